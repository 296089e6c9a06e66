package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;

class GatesTest {

  private final List<String> entered = new ArrayList<>();
  private final Gates gates = new Gates("board", List.of(entered::add, entered::add));

  @Test
  void everyGateIsPassedOnceABatch() {
    batchOf(3);
    assertThat(entered).containsExactly("board", "board");

    batchOf(1);
    assertThat(entered).hasSize(4);
  }

  private void batchOf(int events) {
    List<EventMessage<?>> batch = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      batch.add(GenericEventMessage.asEventMessage("event"));
    }
    new BatchingUnitOfWork<>(batch).execute(gates::pass);
  }
}
