package dev.sarkhat.ingest;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Has imports done, one after the other in the order in which they were sent. One that a process
 * was doing when it died is gone on with by another.
 */
@Singleton
class ImportTask {

  private static final Logger LOG = Logger.getLogger(ImportTask.class);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** More than an hour of trying; whatever it is, it does not pass. */
  private static final int MOST_FAILURES = 100;

  private final Provider<ImportRunner> runner;
  private final Semaphore free = new Semaphore(1);
  private final CustomTask<Void> task =
      Tasks.custom(TaskDescriptor.of("import"))
          .onFailure(this::failed)
          .onDeadExecutionRevive()
          .execute(
              (instance, context) ->
                  run(instance.getId(), context.getSchedulerState()::isShuttingDown));

  @Inject
  ImportTask(Provider<ImportRunner> runner) {
    this.runner = runner;
  }

  @Produces
  @Singleton
  Task<Void> task() {
    return task;
  }

  private CompletionHandler<Void> run(String id, BooleanSupplier stopping) {
    if (!free.tryAcquire()) {
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(WHEN_BUSY));
    }
    try {
      if (!runner.get().hasTurn(Long.parseLong(id))) {
        return (complete, operations) ->
            operations.reschedule(complete, complete.getTimeDone().plus(WHEN_BUSY));
      }
      runner.get().run(Long.parseLong(id), stopping);
    } finally {
      free.release();
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    int failures = complete.getExecution().consecutiveFailures + 1;
    if (failures > MOST_FAILURES) {
      long id = Long.parseLong(complete.getExecution().taskInstance.getId());
      LOG.errorf(
          "Import %s is given up after %s failures", Long.toString(id), Integer.toString(failures));
      runner.get().giveUp(id);
      operations.remove();
      return;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
    operations.reschedule(
        complete,
        complete.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
  }
}
