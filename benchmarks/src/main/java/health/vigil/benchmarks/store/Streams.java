package health.vigil.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The patients that one caller watches, in turn; for one thread. */
final class Streams {
  private final Readings readings;
  private final SplittableRandom chance;
  private final List<String> ids = new ArrayList<>();
  private final long[] sequences;
  private int number;

  Streams(Readings readings, SplittableRandom chance, int count) {
    this.readings = readings;
    this.chance = chance;
    this.sequences = new long[count];
    for (int i = 0; i < count; i++) {
      ids.add("monitoring:" + Readings.uuid(chance));
    }
    this.number = chance.nextInt(1 << 20);
  }

  List<String> ids() {
    return ids;
  }

  /** The next reading of the next stream. */
  DomainEventMessage<?> next() {
    number++;
    int stream = number % sequences.length;
    EventMessage<?> payload = readings.payload(number);
    return new GenericDomainEventMessage<>(
        Readings.STREAM_TYPE,
        ids.get(stream),
        sequences[stream]++,
        payload.getPayload(),
        readings.metadata(number, chance),
        Readings.uuid(chance),
        payload.getTimestamp());
  }

  List<DomainEventMessage<?>> next(int count) {
    List<DomainEventMessage<?>> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }
}
