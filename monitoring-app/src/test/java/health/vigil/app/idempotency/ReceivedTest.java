package health.vigil.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.command.CommandKey;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivedTest {
  private static final Received FIRST = new Received(new CommandKey("key"), Instant.EPOCH);
  private static final Received AGAIN = new Received(new CommandKey("key"), Instant.MAX);

  @Test
  void a_repeated_request_agrees_on_ids() {
    assertThat(AGAIN.deriveId("patient")).isEqualTo(FIRST.deriveId("patient"));
    assertThat(UUID.fromString(FIRST.deriveId("patient"))).isNotNull();
  }

  @Test
  void different_things_have_different_ids() {
    Received other = new Received(new CommandKey("other"), Instant.EPOCH);

    assertThat(FIRST.deriveId("stay")).isNotEqualTo(FIRST.deriveId("patient"));
    assertThat(other.deriveId("patient")).isNotEqualTo(FIRST.deriveId("patient"));
    assertThat(FIRST.key().eventIdentifier(0)).isNotEqualTo(FIRST.deriveId("patient"));
  }
}
