package health.vigil.axon.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import health.vigil.axon.AxonConfig;
import health.vigil.axon.command.DeadlineExecution;
import health.vigil.axon.failure.Unquoted;
import health.vigil.axon.transaction.JtaTransactionManager;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines in a table of the default data source. They are scheduled and cancelled in the
 * transaction of the batch that asks for it, and fire on one node.
 */
@Singleton
public class Deadlines {

  private final AxonConfig.Deadlines config;
  private final Instance<DataSource> dataSource;
  private final Serializer serializer;
  private final JtaTransactionManager transactions;
  private @Nullable Scheduler scheduler;
  private @Nullable DbSchedulerDeadlineManager manager;

  Deadlines(
      AxonConfig config,
      Instance<DataSource> dataSource,
      Serializer serializer,
      JtaTransactionManager transactions) {
    this.config = config.deadlines();
    this.dataSource = dataSource;
    this.serializer = serializer;
    this.transactions = transactions;
  }

  /**
   * The manager; deadlines fire once {@link #start} was called.
   *
   * @param scopes where deadlines are delivered
   * @param correlation what the commands of a deadline take over from it
   */
  public synchronized DeadlineManager manager(
      ScopeAwareProvider scopes, List<CorrelationDataProvider> correlation) {
    if (!config.enabled()) {
      throw new IllegalStateException("vigil.axon.deadlines.enabled is false");
    }
    if (manager != null) {
      return manager;
    }
    OneTimeTask<DbSchedulerHumanReadableDeadlineDetails> axons = axonsTask();
    scheduler = scheduler(task(axons));
    manager =
        new LenientDeadlineManager(
            DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(scopes)
                .serializer(serializer)
                .transactionManager(transactions)
                .useBinaryPojo(false)
                .startScheduler(false)
                .stopScheduler(false),
            scheduler,
            axons.getTaskName());
    Objects.requireNonNull(
        manager.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation)));
    return manager;
  }

  /** Whether deadlines run in this application. */
  public boolean areEnabled() {
    return config.enabled();
  }

  /** Deadlines that are due fire from now on, also those that were stored by an earlier run. */
  public synchronized void start() {
    if (config.enabled()) {
      Objects.requireNonNull(scheduler, "the manager comes first").start();
    }
  }

  /** No deadline fires any more; those that are being handled end first. */
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  private Scheduler scheduler(Task<?> task) {
    SchedulerBuilder builder = Scheduler.create(dataSource.get(), task);
    return builder
        .tableName(config.table())
        .threads(config.threads())
        .pollingInterval(config.pollingInterval())
        .heartbeatInterval(config.heartbeatInterval())
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(config.shutdownWait())
        .alwaysPersistTimestampInUTC()
        .serializer(new JacksonSerializer())
        .build();
  }

  private OneTimeTask<DbSchedulerHumanReadableDeadlineDetails> axonsTask() {
    return (OneTimeTask<DbSchedulerHumanReadableDeadlineDetails>)
        DbSchedulerDeadlineManager.humanReadableTask(() -> manager);
  }

  /** Axon's own task, with a short wait after a failure and its identifier made known. */
  private Task<DbSchedulerHumanReadableDeadlineDetails> task(
      OneTimeTask<DbSchedulerHumanReadableDeadlineDetails> axons) {
    return Tasks.oneTime(axons.getTaskName(), DbSchedulerHumanReadableDeadlineDetails.class)
        .onFailure(new PatientRetry<>(config.retryDelay(), config.retryDelayMax()))
        .execute(
            (instance, context) ->
                unquoted(
                    () ->
                        DeadlineExecution.of(
                            instance.getId(), () -> axons.executeOnce(instance, context))));
  }

  /** The scheduler logs what fails. */
  private static void unquoted(Runnable handling) {
    try {
      handling.run();
    } catch (RuntimeException failure) {
      throw Unquoted.of(failure);
    }
  }
}
