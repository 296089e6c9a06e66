package health.vigil.app.idempotency;

import health.vigil.store.AppendedEvent;
import health.vigil.store.PostgresLog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What a command has appended, told to who sent it: it need not be read from the log. */
@Singleton
class JustAppended implements MessageHandlerInterceptor<CommandMessage<?>> {
  @SuppressWarnings("ThreadLocalUsage") // one in the application
  private final ThreadLocal<@Nullable List<AppendedEvent>> asked = new ThreadLocal<>();

  @SuppressWarnings("unused") // for as long as the application runs
  private final Registration registration;

  JustAppended(CommandBus commands) {
    registration = commands.registerHandlerInterceptor(this);
  }

  /**
   * The events that are in the log for good when the task returns, of the commands that it sends
   * from this thread; whether it fails or not.
   */
  List<AppendedEvent> by(Runnable task) {
    List<AppendedEvent> appended = new ArrayList<>();
    asked.set(appended);
    try {
      task.run();
    } finally {
      asked.remove();
    }
    return appended;
  }

  @Override
  @SuppressWarnings("NullAway") // a command may answer nothing
  public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
      throws Exception {
    List<AppendedEvent> collector = asked.get();
    if (collector != null && work.isRoot()) {
      work.afterCommit(done -> collector.addAll(of(done)));
    }
    return chain.proceed();
  }

  private static List<AppendedEvent> of(UnitOfWork<?> work) {
    return work.getOrDefaultResource(PostgresLog.APPENDED, List.of());
  }
}
