package org.comparto.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.comparto.job.RunningJob.End;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The waiting jobs, handed out by db-scheduler so that each is taken by one instance. A task per kind: an instance takes
 * only what it can do, while a newer version is rolled out beside it.
 */
@Component
class JobQueue implements SmartLifecycle {

  private static final Duration POLLING = Duration.ofSeconds(3);
  /** How long a stop waits for jobs that do not look whether they should end; then they are interrupted. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final DataSource database;
  private final JobHandlers handlers;
  private final JobRunner runner;
  private final ProgressWriter progress;
  private final JobProperties properties;
  private volatile @Nullable Scheduler scheduler;

  JobQueue(DataSource database, JobHandlers handlers, JobRunner runner, ProgressWriter progress, JobProperties properties) {
    this.database = new TransactionAwareDataSourceProxy(database); // a job is queued in the submitter's transaction
    this.handlers = handlers;
    this.runner = runner;
    this.progress = progress;
    this.properties = properties;
  }

  /** Within the caller's transaction, after whose commit the job may begin. */
  void add(String kind, long id) {
    Scheduler queue = started();
    queue.schedule(new TaskInstance<Void>(kind, String.valueOf(id)), Instant.now());
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        queue.triggerCheckForDueExecutions();
      }
    });
  }

  @Override
  public void start() {
    List<Task<?>> tasks = new ArrayList<>();
    handlers.all().forEach((kind, handler) -> tasks.add(task(handler)));
    Scheduler made = Scheduler.create(database, tasks).threads(properties.threads()).pollingInterval(POLLING)
        .heartbeatInterval(properties.heartbeat()).missedHeartbeatsLimit(4).shutdownMaxWait(PATIENCE).build();
    made.start();
    scheduler = made;
  }

  @Override
  public void stop() {
    progress.endAll(End.STOPPING);
    started().stop();
    scheduler = null;
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }

  private Scheduler started() {
    Scheduler running = scheduler;
    if (running == null) {
      throw new IllegalStateException("jobs can be submitted between the application's start and its stop");
    }
    return running;
  }

  private Task<Void> task(JobHandler<?> handler) {
    return Tasks.custom(handler.kind(), Void.class)
        .onDeadExecution((complete, queue) -> {
          Execution execution = complete.getExecution();
          settle(runner.died(handler, idOf(execution), execution.version), complete, queue);
        })
        // the database did not answer when the job's end was to be written
        .onFailure((complete, queue) -> queue.reschedule(complete, complete.getTimeDone().plusSeconds(10)))
        .execute((instance, context) -> {
          Execution execution = context.getExecution();
          boolean waits = runner.run(handler, idOf(execution), execution.version);
          return (complete, queue) -> settle(waits, complete, queue);
        });
  }

  private static void settle(boolean waits, ExecutionComplete complete, ExecutionOperations<Void> queue) {
    if (waits) {
      queue.reschedule(complete, Instant.now());
    } else {
      queue.remove();
    }
  }

  private static long idOf(Execution execution) {
    return Long.parseLong(execution.getId());
  }
}
