package dev.sarkhat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends requests over a fixed number of connections that are kept alive, one request under way on
 * each, and takes the time of each answer. One thread does it all with a selector, without
 * allocating: what it costs is less than what any HTTP server costs.
 */
final class LoadGenerator implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int BAD_REQUEST = 400;
  private static final int REQUEST_CAPACITY = 4096;

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final Queue<Connection> idle = new ArrayDeque<>();
  private final Histogram latencies = new Histogram(LONGEST_WAIT.toNanos() * 2, 3);
  private long answers;
  private long refusals;
  private long bytes;
  private int underWay;

  /** When to send the next request; 0 to send as soon as a connection is free. */
  private long pause;

  private long due;
  private long deadline;

  /** Connects; one connection for each client. */
  LoadGenerator(int port, List<? extends Client> clients) throws IOException {
    for (Client client : clients) {
      Connection connection = new Connection(port, client);
      connections.add(connection);
    }
  }

  /** Sends as much as the server answers. */
  Load run(Duration duration) throws IOException {
    return run(duration, 0);
  }

  /**
   * Sends requests at a fixed rate. The time of an answer counts from the moment at which its
   * request was due, so that a server that stands still is not asked less.
   *
   * @param rate requests per second; 0 to send as much as the server answers
   */
  Load run(Duration duration, int rate) throws IOException {
    latencies.reset();
    answers = 0;
    refusals = 0;
    bytes = 0;
    idle.clear();
    idle.addAll(connections);
    pause = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    long worked = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    due = start;
    deadline = start + duration.toNanos();
    sendDue(start);
    long now = start;
    while (now < deadline && (underWay > 0 || pause > 0)) {
      select();
      now = System.nanoTime();
      sendDue(now);
    }
    worked = THREADS.getCurrentThreadCpuTime() - worked;
    double busy = (double) worked / (now - start);
    long measured = Math.min(now, deadline) - start;
    Load load = new Load(answers, refusals, measured, bytes, latencies.copy(), busy);
    finish();
    return load;
  }

  private void select() throws IOException {
    if (pause > 0) {
      // The next request is due sooner than a selector can be told to wake.
      selector.selectNow(this::receive);
    } else {
      selector.select(this::receive, 100);
    }
  }

  private void finish() throws IOException {
    long last = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (underWay > 0) {
      selector.select(this::receive, 100);
      if (System.nanoTime() > last) {
        throw new IOException(underWay + " requests were never answered.");
      }
    }
  }

  private void sendDue(long now) throws IOException {
    while (!idle.isEmpty() && now < deadline && (pause == 0 || due <= now)) {
      Connection connection = idle.remove();
      if (connection.send(pause == 0 ? now : due)) {
        underWay++;
        due += pause;
      }
    }
  }

  private void receive(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isWritable()) {
        connection.flush();
      }
      if (key.isReadable() && connection.receive()) {
        underWay--;
        idle.add(connection);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }

  /** A connection and what is under way on it. */
  private final class Connection {

    private final Client client;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST_CAPACITY);
    private final Response response = new Response();
    private long sent;

    Connection(int port, Client client) throws IOException {
      this.client = client;
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the client's next request, if it has any. */
    boolean send(long now) throws IOException {
      byte[] next = client.next();
      if (next == null) {
        return false;
      }
      request.clear().put(next).flip();
      sent = now;
      response.clear();
      flush();
      return true;
    }

    void flush() throws IOException {
      channel.write(request);
      key.interestOps(
          request.hasRemaining()
              ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
              : SelectionKey.OP_READ);
    }

    /** Takes what has arrived, and answers whether the answer is complete. */
    boolean receive() throws IOException {
      if (!response.read(channel)) {
        return false;
      }
      long now = System.nanoTime();
      if (response.status() >= BAD_REQUEST) {
        refusals++;
      } else if (now <= deadline) {
        latencies.recordValue(Math.min(now - sent, latencies.getHighestTrackableValue()));
        answers++;
        bytes += response.size();
      }
      client.answered(response);
      return true;
    }
  }
}
