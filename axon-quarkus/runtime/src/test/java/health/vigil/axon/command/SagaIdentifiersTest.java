package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class SagaIdentifiersTest {

  private final EventMessage<String> event = GenericEventMessage.asEventMessage("began");

  @Test
  void theSameEventBeginsTheSameSaga() {
    String first = SagaIdentifiers.of(String.class, event, id -> true);

    assertThat(SagaIdentifiers.of(String.class, event, id -> true)).isEqualTo(first);
    assertThat(SagaIdentifiers.of(Integer.class, event, id -> true)).isNotEqualTo(first);
  }

  @Test
  void theIdentifierLiesInTheSegmentAndItsStablePartDoesNotDependOnIt() {
    Segment[] halves = Segment.ROOT_SEGMENT.split();

    String lower = SagaIdentifiers.of(String.class, event, halves[0]::matches);
    String upper = SagaIdentifiers.of(String.class, event, halves[1]::matches);

    assertThat(halves[0].matches((Object) lower)).isTrue();
    assertThat(halves[1].matches((Object) upper)).isTrue();
    assertThat(SagaIdentifiers.stable(lower)).isEqualTo(SagaIdentifiers.stable(upper));
  }
}
