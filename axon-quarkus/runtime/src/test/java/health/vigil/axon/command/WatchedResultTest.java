package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchedResultTest {

  private final WatchedResult<String> result = new WatchedResult<>();

  @Test
  void isUnseenWhileNobodyLooks() {
    fail();

    assertThat(result.isSeen()).isFalse();
  }

  @Test
  void isUnseenWhenOnlyTheSuccessIsUsed() {
    CompletableFuture<Integer> length = result.thenApply(String::length);
    fail();

    assertThat(result.isSeen()).isFalse();
    assertThat(length.isDone()).isTrue();
  }

  @Test
  void isSeenThroughAFutureThatWasDerived() {
    CompletableFuture<Integer> length =
        result.thenApply(String::length).exceptionally(failure -> -1);
    fail();

    assertThat(length.join()).isEqualTo(-1);
    assertThat(result.isSeen()).isTrue();
  }

  private void fail() {
    assertThat(result.completeExceptionally(new IllegalStateException())).isTrue();
  }
}
