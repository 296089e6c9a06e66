package health.vigil.axon.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * The way to {@link ReliableCommandBus}. Every method returns when the command has been handled: a
 * future is complete, a timeout never passes. A future knows whether its failure was looked at.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // as declared by Axon
public final class ReliableCommandGateway implements CommandGateway {

  private final CommandBus bus;

  /** Sends to this bus. */
  public ReliableCommandGateway(CommandBus bus) {
    this.bus = bus;
  }

  @Override
  public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
    bus.dispatch(GenericCommandMessage.<C>asCommandMessage(command), callback);
  }

  @Override
  public <R> R sendAndWait(Object command) {
    Answer<R> answer = ask(command);
    if (answer.result().isExceptional()) {
      throw unchecked(answer.result().exceptionResult());
    }
    return answer.result().getPayload();
  }

  @Override
  public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
    return sendAndWait(command);
  }

  @Override
  public <R> CompletableFuture<R> send(Object command) {
    Optional<Reaction> reaction = Reaction.current();
    Answer<R> answer = ask(command);
    WatchedResult<R> future = new WatchedResult<>();
    if (!answer.result().isExceptional()) {
      future.complete(answer.result().getPayload());
      return future;
    }
    Throwable failure = answer.result().exceptionResult();
    reaction.ifPresent(
        r -> r.failed(new UnseenFailure(r.name(), answer.commandName(), failure, future::isSeen)));
    future.completeExceptionally(failure);
    return future;
  }

  private <R> Answer<R> ask(Object command) {
    CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
    Holder<R> holder = new Holder<>();
    bus.dispatch(message, holder);
    return new Answer<>(message.getCommandName(), holder.result());
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new CommandExecutionException("The command failed", failure);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return bus.registerDispatchInterceptor(interceptor);
  }

  private record Answer<R>(String commandName, CommandResultMessage<? extends R> result) {}
}
