package health.vigil.axon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientReadingTest {

  private final AtomicInteger pauses = new AtomicInteger();

  @Test
  void readsOnWithNoPauseWhileNothingFails() {
    InMemoryEventStorageEngine stored = new InMemoryEventStorageEngine();
    stored.appendEvents(
        GenericEventMessage.asEventMessage("a"), GenericEventMessage.asEventMessage("b"));

    assertThat(patient(stored).readEvents(null, true)).hasSize(2);
    assertThat(pauses).hasValue(0);
  }

  @Test
  void pausesWhenReadingFailsOnTheWay() {
    PatientReading reading = patient(new Failing());

    assertThatThrownBy(() -> reading.readEvents(null, true).forEach(event -> {}))
        .isInstanceOf(EventStoreException.class);
    assertThat(pauses).hasValue(1);
  }

  @Test
  void holdsUpNobodyElse() {
    PatientReading reading = patient(new Failing());

    assertThatThrownBy(() -> reading.readEvents(null, false).forEach(event -> {}))
        .isInstanceOf(EventStoreException.class);
    assertThat(pauses).hasValue(0);
  }

  private PatientReading patient(InMemoryEventStorageEngine stored) {
    return new PatientReading(stored, pauses::incrementAndGet);
  }

  private static final class Failing extends InMemoryEventStorageEngine {
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
        @Nullable TrackingToken token, boolean mayBlock) {
      return Stream.<TrackedEventMessage<?>>generate(
          () -> {
            throw new EventStoreException("the database is away");
          });
    }
  }
}
