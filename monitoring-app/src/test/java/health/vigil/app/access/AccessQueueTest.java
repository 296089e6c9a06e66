package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessQueueTest {
  private final AccessQueue queue = new AccessQueue(3, 200);

  @Test
  void whatIsRefusedTakesNoPlaceFromWhoIsAllowed() {
    int refused = 0;
    while (queue.offer(waiting(403))) {
      refused++;
    }

    assertThat(refused).isEqualTo(200);
    assertThat(queue.offer(waiting(200))).isTrue();
    assertThat(queue.offer(waiting(404))).isFalse();
  }

  @Test
  void whoIsAllowedIsWrittenFirstAndSomeOfWhatWasRefusedWithIt() throws InterruptedException {
    for (int i = 0; i < 150; i++) {
      queue.offer(waiting(403));
    }
    Waiting allowed = waiting(200);
    queue.offer(allowed);

    assertThat(queue.next()).hasSize(101).startsWith(allowed);
    assertThat(queue.next()).hasSize(50);
    assertThat(queue.size()).isZero();
  }

  @Test
  void afterAWhileWithNothingThereIsNothing() throws InterruptedException {
    assertThat(queue.next()).isEmpty();
  }

  private static Waiting waiting(int status) {
    AccessNote note = AccessNote.of(AccessNoteTest.NURSE, "GET", "/", Map.of(), status, null);
    return new Waiting(List.of(note), new CompletableFuture<>());
  }
}
