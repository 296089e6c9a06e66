package health.vigil.store;

import health.vigil.store.read.Queries;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts round trips, and the rows that the database sends. */
final class CountedQueries implements Queries {

  final AtomicInteger roundTrips = new AtomicInteger();
  final AtomicInteger rows = new AtomicInteger();
  private final Queries queries;

  CountedQueries(LogFixture fixture) {
    this.queries = new Statements(fixture.transactions, fixture.transactions);
  }

  @Override
  public <T> List<T> read(String query, Binding binding, Row<T> row) {
    roundTrips.incrementAndGet();
    List<T> found = queries.read(query, binding, row);
    rows.addAndGet(found.size());
    return found;
  }
}
