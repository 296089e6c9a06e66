package health.vigil.store.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** One append that somebody wants: under a key, from which the event identifiers are derived. */
record Intent(String key, List<Place> places) {

  private static final String STREAM_TYPE = "Suite";

  List<DomainEventMessage<?>> events() {
    return IntStream.range(0, places.size()).<DomainEventMessage<?>>mapToObj(this::event).toList();
  }

  private DomainEventMessage<Fact> event(int part) {
    Place place = places.get(part);
    return new GenericDomainEventMessage<>(
        STREAM_TYPE,
        place.stream(),
        place.sequence(),
        new Fact(key, part),
        MetaData.with("commandKey", key),
        identifier(part),
        Instant.now());
  }

  String identifier(int part) {
    return key + "#" + part;
  }

  /** The same key for other places, as a repeat that was decided anew. */
  Intent movedTo(List<Place> others) {
    return new Intent(key, others);
  }

  static Intent parse(String text) {
    String[] parts = text.split(" ", 2);
    return new Intent(parts[0], Arrays.stream(parts[1].split(",", -1)).map(Place::parse).toList());
  }

  /** One line, which {@link #parse} reads. */
  @Override
  public String toString() {
    return key + " " + places.stream().map(Place::toString).collect(Collectors.joining(","));
  }
}
