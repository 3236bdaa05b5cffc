package dev.sarkhat.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes stories from several threads, with pauses of random length. */
final class Writers implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int LONGEST_PAUSE = Settings.number("write-pause", 40);

  private final List<Story> stories;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong writes = new AtomicLong();
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  Writers(List<Story> stories) {
    this.stories = stories;
    for (int number = 0; number < THREADS; number++) {
      SplittableRandom random = new SplittableRandom(number);
      Thread thread = new Thread(() -> write(random), "writer-" + number);
      thread.setUncaughtExceptionHandler((ended, thrown) -> failure = thrown);
      threads.add(thread);
      thread.start();
    }
  }

  private void write(SplittableRandom random) {
    while (!closed) {
      stories.get(random.nextInt(stories.size())).revise();
      writes.incrementAndGet();
      try {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE + 1));
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  /** How many writes were acknowledged. */
  long writes() {
    Throwable reason = failure;
    if (reason != null) {
      throw new IllegalStateException("A writer failed.", reason);
    }
    return writes.get();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
