package health.vigil.axon.command;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** Keeps the result of a command that is handled on the calling thread. */
final class Holder<R> implements CommandCallback<Object, R> {

  private @Nullable CommandResultMessage<? extends R> answer;

  @Override
  public void onResult(
      CommandMessage<? extends Object> command, CommandResultMessage<? extends R> result) {
    answer = result;
  }

  CommandResultMessage<? extends R> result() {
    if (answer == null) {
      throw new IllegalStateException("The command was not handled on the caller's thread");
    }
    return answer;
  }
}
