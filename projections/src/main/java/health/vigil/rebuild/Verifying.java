package health.vigil.rebuild;

import jakarta.inject.Singleton;

/**
 * Compares a read model with what its handlers make of the log, at one position: the processor goes
 * on meanwhile, for the comparison sees the tables as they were at one moment.
 */
@Singleton
class Verifying {
  private final Tables tables;
  private final Filling filling;
  private final Twins twins;
  private final Comparing comparing;
  private final Runs runs;

  Verifying(Tables tables, Filling filling, Twins twins, Comparing comparing, Runs runs) {
    this.tables = tables;
    this.filling = filling;
    this.twins = twins;
    this.comparing = comparing;
    this.runs = runs;
  }

  Comparison verify(Run run, ProgressListener listener) {
    long position = filling.fromTheBeginning(run, listener);
    Transactions.in(Transactions.SHORT, () -> twins.analyze(run.model()));
    Comparison comparison = Transactions.in(Transactions.LONG, () -> atOneMoment(run, position));
    Transactions.in(
        Transactions.SHORT,
        () -> {
          runs.reached(run, comparison.position(), comparison.position(), 0);
          runs.done(run);
        });
    return comparison;
  }

  private Comparison atOneMoment(Run run, long after) {
    tables.change("set transaction isolation level repeatable read");
    long live = filling.live(run.model());
    @SuppressWarnings("unused") // nobody is told of the few that are left
    long events = filling.remainder(run.model(), after, live);
    return tables.unhurried(() -> comparing.compare(run.model(), live));
  }
}
