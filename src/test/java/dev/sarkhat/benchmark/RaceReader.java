package dev.sarkhat.benchmark;

import java.util.List;
import java.util.SplittableRandom;

/** Reads stories, one after another, and looks for versions that had been replaced before. */
final class RaceReader implements Client {

  private static final int OK = 200;

  private final List<Story> stories;
  private final SplittableRandom random;
  private Story story;
  private int newest;
  private long began;

  private long reads;
  private long stale;
  private long refusals;
  private long greatestStaleness;

  RaceReader(List<Story> stories, SplittableRandom random) {
    this.stories = stories;
    this.random = random;
    this.story = stories.get(0);
  }

  @Override
  public byte[] next() {
    story = stories.get(random.nextInt(stories.size()));
    byte[] request = story.requests().get(random.nextInt(story.requests().size()));
    // In this order: what was acknowledged by then was acknowledged before the read began.
    newest = story.acknowledged();
    began = System.nanoTime();
    return request;
  }

  @Override
  public void answered(Response response) {
    if (response.status() != OK) {
      refusals++;
      return;
    }
    reads++;
    int version = story.versionIn(response);
    if (version < newest) {
      stale++;
      greatestStaleness = Math.max(greatestStaleness, story.staleness(version, began));
    }
  }

  /**
   * What readers found.
   *
   * @param reads how many answers they have looked at
   * @param stale how many of them showed what had been replaced before they were asked for
   * @param refusals how many requests were refused; those say nothing about what is there
   * @param greatestStaleness for how long that had been replaced at most, in nanoseconds
   */
  record Findings(long reads, long stale, long refusals, long greatestStaleness) {

    static Findings of(List<RaceReader> readers) {
      Findings sum = new Findings(0, 0, 0, 0);
      for (RaceReader each : readers) {
        sum =
            new Findings(
                sum.reads + each.reads,
                sum.stale + each.stale,
                sum.refusals + each.refusals,
                Math.max(sum.greatestStaleness, each.greatestStaleness));
      }
      return sum;
    }
  }
}
