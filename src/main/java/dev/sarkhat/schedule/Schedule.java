package dev.sarkhat.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of all features while this process answers requests; a command that only writes
 * leaves them to those that do.
 */
@Singleton
public class Schedule {

  /** One long task, such as an import, leaves threads for the short ones. */
  private static final int THREADS = 3;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A process that has not told for four of these that it lives counts as dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Within the time that the application has to end. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(6);

  private final DataSource dataSource;
  private final Instance<Task<Void>> tasks;
  private final Clock clock;
  private final boolean runs;
  private final SchedulerClient client;
  private @Nullable Scheduler scheduler;

  @Inject
  Schedule(
      DataSource dataSource,
      @Any Instance<Task<Void>> tasks,
      Clock clock,
      ScheduleSettings settings,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.dataSource = dataSource;
    this.tasks = tasks;
    this.clock = clock;
    this.runs = serves && settings.enabled();
    this.client = SchedulerClient.Builder.create(dataSource).build();
  }

  void start(@Observes StartupEvent event) {
    if (!runs) {
      return;
    }
    List<Task<?>> others = new ArrayList<>();
    List<RecurringTask<Void>> recurring = new ArrayList<>();
    for (Task<Void> task : tasks) {
      if (task instanceof RecurringTask<Void> recurs) {
        recurring.add(recurs);
      } else {
        others.add(task);
      }
    }
    scheduler =
        Scheduler.create(dataSource, others)
            .startTasks(recurring)
            .schedulerName(newName())
            .threads(THREADS)
            .pollingInterval(LOOK_EVERY)
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(LONGEST_GOODBYE)
            .build();
    scheduler.start();
  }

  /**
   * A name that no other process has, nor this one after another start: what a dead process had in
   * its hands must not pass for this one's. In containers all are number 1, and copies of a machine
   * may share its name.
   */
  static SchedulerName newName() {
    return new SchedulerName.Fixed(host() + "-" + UUID.randomUUID());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "sarkhat";
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /**
   * Has a task done soon, once. In a transaction it is handed in with the commit.
   *
   * @param task a task that is no recurring one
   * @param instance what the task is to be done with; nothing happens if that waits already
   */
  public void soon(Task<Void> task, String instance) {
    client.scheduleIfNotExists(task.instance(instance), clock.instant());
  }
}
