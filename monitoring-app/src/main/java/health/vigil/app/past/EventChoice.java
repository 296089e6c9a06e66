package health.vigil.app.past;

import health.vigil.axon.Discovered;
import health.vigil.axon.processor.Replay;
import health.vigil.axon.serialization.LogicalType;
import health.vigil.store.ReadFilter;
import health.vigil.store.ReadFilter.Stored;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which events are read. What is known and not wanted is left out; what is unknown always comes,
 * and fails.
 */
@Singleton
class EventChoice {
  private final Replay replay;
  private final Discovered discovered;

  EventChoice(Replay replay, Discovered discovered) {
    this.replay = replay;
    this.discovered = discovered;
  }

  /** Those that a read model has handlers for. */
  ReadFilter of(String readModel) {
    return without(replay.unhandled(readModel).stream());
  }

  /** Those of some types, or of some of their families. */
  ReadFilter only(List<Class<?>> types) {
    return without(
        discovered.events().stream()
            .filter(
                event -> types.stream().noneMatch(type -> type.isAssignableFrom(event.type()))));
  }

  private static ReadFilter without(Stream<LogicalType> unwanted) {
    return ReadFilter.without(
        unwanted.map(type -> new Stored(type.name(), type.revision())).toList());
  }
}
