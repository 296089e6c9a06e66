package health.vigil.axon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandlersReadyTest {
  private static final List<Message<?>> MESSAGES = List.of(new GenericMessage<>("hello"));

  private final HandlersReady ready = new HandlersReady();
  private final CompletableFuture<String> other = new CompletableFuture<>();

  @Test
  void whoLooksFirstPassesAndOthersWaitForTheEnd() {
    Thread sender = new Thread(this::send, "request");
    ready.openAfter(
        () -> {
          sender.start();
          awaitWaiting(sender);
          assertThat(ready.handle(MESSAGES)).isNotNull();
          assertThat(other).isNotDone();
        });

    assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("sent");
  }

  @Test
  void nobodyPassesWhereSomethingDidNotHold() throws InterruptedException {
    assertThatThrownBy(
            () ->
                ready.openAfter(
                    () -> {
                      throw new IllegalStateException("the rules differ");
                    }))
        .hasMessage("the rules differ");

    Thread sender = new Thread(this::send, "request");
    sender.start();
    awaitWaiting(sender);
    sender.interrupt();
    sender.join();
    assertThat(other).isCompletedExceptionally();
  }

  private static void awaitWaiting(Thread sender) {
    while (sender.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private void send() {
    try {
      ready.handle(MESSAGES);
      other.complete("sent");
    } catch (IllegalStateException interrupted) {
      other.completeExceptionally(interrupted);
    }
  }
}
