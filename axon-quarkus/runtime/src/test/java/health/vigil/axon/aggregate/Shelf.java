package health.vigil.axon.aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** Counts what is put on it. */
class Shelf {

  @AggregateIdentifier private String id;
  private int things;

  @SuppressWarnings("NullAway.Init") // the first event says whose it is
  Shelf() {}

  static Shelf built(String id) {
    apply(new Built(id));
    return new Shelf();
  }

  int put() {
    apply(new Put(things + 1));
    return things;
  }

  int things() {
    return things;
  }

  @EventSourcingHandler
  void on(Built event) {
    id = event.id();
  }

  @EventSourcingHandler
  void on(Put event) {
    things = event.number();
  }

  record Built(String id) {}

  record Put(int number) {}
}
