package health.vigil.axon.command;

import health.vigil.axon.transaction.JtaTransactionManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The command bus that everybody sees.
 *
 * <ul>
 *   <li>A command is handled at once, on the caller's thread, in a unit of work of its own and
 *       outside the caller's transaction: when {@code dispatch} returns, its events are in the log
 *       for good or not at all. Only a command sent by a command handler joins that handler's unit
 *       of work.
 *   <li>Conflicts with somebody else's append are retried, a bounded number of times.
 *   <li>A command that fails although the log holds its first event already was recorded before: it
 *       is answered as success with no payload and {@link Metadata#ALREADY_RECORDED}. That asks for
 *       the command's own key alone: where events have keys of their own, the command bears the key
 *       of one of them, a conflict over another comes out after the last attempt, and whoever sent
 *       it looks in the log for each.
 *   <li>A failure after which nobody knows whether the append is in the log comes out as it is,
 *       unless the log shows the key by now. It is not tried again here, but may be by anybody: the
 *       same key has its effect once, even when both attempts get through to the log.
 *   <li>A command that a processor, saga or deadline sends is a reaction: it gets a key that is the
 *       same when the event is delivered again. Where nobody looks at its failure, the handling of
 *       the event fails.
 * </ul>
 */
public final class ReliableCommandBus implements CommandBus {

  private final CommandBus bus;
  private final OutsideUnitOfWork outside;
  private final CommandKeyLookup lookup;
  private final Backoff backoff;
  private final CommandCounters counters;

  /**
   * @param bus handles a command on the calling thread
   */
  public ReliableCommandBus(
      CommandBus bus,
      JtaTransactionManager transactions,
      CommandKeyLookup lookup,
      Backoff backoff,
      CommandCounters counters) {
    this.bus = bus;
    this.outside = new OutsideUnitOfWork(transactions);
    this.lookup = lookup;
    this.backoff = backoff;
    this.counters = counters;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    dispatch(command, NoOpCallback.INSTANCE);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    if (isPartOfAnotherCommand()) {
      bus.dispatch(command, callback);
      return;
    }
    Optional<Reaction> reaction = Reaction.current();
    reaction.ifPresent(r -> refuseInReplay(r, command));
    boolean mayBeKnown =
        reaction.isPresent() || command.getMetaData().containsKey(Metadata.COMMAND_KEY);
    CommandMessage<C> complete = command.andMetaData(missing(command, reaction));
    CommandResultMessage<R> result = outside.run(() -> attempt(complete, mayBeKnown));
    if (result.isExceptional() && isDeaf(callback)) {
      reaction.ifPresent(r -> r.failed(unseen(r, complete, result)));
    }
    callback.onResult(complete, result);
  }

  private static boolean isPartOfAnotherCommand() {
    return CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage;
  }

  private static void refuseInReplay(Reaction reaction, CommandMessage<?> command) {
    if (reaction.isReplay()) {
      throw new IllegalStateException(
          reaction.name() + " is replaying the log; a replay sends no " + command.getCommandName());
    }
  }

  private static boolean isDeaf(CommandCallback<?, ?> callback) {
    return callback instanceof NoOpCallback || callback instanceof LoggingCallback;
  }

  private static UnseenFailure unseen(
      Reaction reaction, CommandMessage<?> command, CommandResultMessage<?> result) {
    return new UnseenFailure(
        reaction.name(), command.getCommandName(), result.exceptionResult(), () -> false);
  }

  private static Map<String, Object> missing(
      CommandMessage<?> command, Optional<Reaction> reaction) {
    Map<String, Object> missing = new HashMap<>(begun(command));
    reaction.ifPresent(r -> missing.put(Metadata.REACTION, r.name()));
    missing.keySet().removeAll(command.getMetaData().keySet());
    if (!command.getMetaData().containsKey(Metadata.COMMAND_KEY)) {
      CommandKey key =
          reaction.map(r -> r.nextKey(command.getCommandName())).orElseGet(CommandKey::random);
      missing.put(Metadata.COMMAND_KEY, key.value());
    }
    return missing;
  }

  private static Map<String, String> begun(CommandMessage<?> command) {
    return command.getMetaData().get(Metadata.TRACE_ID) instanceof String trace
        ? Correlation.begun(trace)
        : Correlation.begun();
  }

  private <C, R> CommandResultMessage<R> attempt(CommandMessage<C> command, boolean mayBeKnown) {
    for (int attempt = 1; ; attempt++) {
      CommandResultMessage<R> result = once(command);
      if (!result.isExceptional()) {
        counters.handled();
        return result;
      }
      boolean conflict = Conflicts.isConflict(result.exceptionResult());
      if (isRecorded(command, result.exceptionResult(), conflict || mayBeKnown)) {
        counters.recorded();
        return alreadyRecorded();
      }
      if (!conflict || attempt >= backoff.attempts() || !backoff.pauseAfter(attempt)) {
        counters.refused();
        return result;
      }
      counters.retried();
    }
  }

  @SuppressWarnings("unchecked") // a result may be seen as one of a supertype
  private <C, R> CommandResultMessage<R> once(CommandMessage<C> command) {
    Holder<R> holder = new Holder<>();
    bus.dispatch(command, holder);
    return (CommandResultMessage<R>) holder.result();
  }

  private boolean isRecorded(CommandMessage<?> command, Throwable failure, boolean mayBe) {
    CommandKey key =
        new CommandKey(String.valueOf(command.getMetaData().get(Metadata.COMMAND_KEY)));
    String first = key.eventIdentifier(0);
    try {
      return lookup.isRecordedBy(failure, first) || (mayBe && lookup.isRecorded(first));
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private static <R> CommandResultMessage<R> alreadyRecorded() {
    return GenericCommandResultMessage.<R>asCommandResultMessage((Object) null)
        .andMetaData(Map.of(Metadata.ALREADY_RECORDED, "true"));
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    return bus.subscribe(commandName, handler);
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
    return bus.registerHandlerInterceptor(interceptor);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return bus.registerDispatchInterceptor(interceptor);
  }
}
