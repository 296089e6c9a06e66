package health.vigil.app.operations;

import health.vigil.app.operations.SnapshotsAnswer.SnapshotDifference;
import health.vigil.app.progress.ProgressLines.Progress;
import health.vigil.axon.runtime.Sourcing;
import health.vigil.personal.json.OpenedForms;
import health.vigil.store.StoredSnapshots;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Compares every snapshot with the state to which the events up to it lead. Changes nothing. */
@Singleton
class SnapshotVerification {
  private static final int AT_ONCE = 100;

  private final StoredSnapshots snapshots;
  private final Sourcing sourcing;
  private final SnapshotStates states;

  @Inject
  SnapshotVerification(DataSource dataSource, Sourcing sourcing, OpenedForms opened) {
    this.states = new SnapshotStates(opened);
    this.snapshots = new StoredSnapshots(dataSource);
    this.sourcing = sourcing;
  }

  SnapshotsAnswer verify(Progress progress) {
    long all = snapshots.count();
    long compared = 0;
    List<SnapshotDifference> differences = new ArrayList<>();
    List<StoredSnapshots.Row> rows = snapshots.read("", AT_ONCE);
    while (!rows.isEmpty()) {
      for (StoredSnapshots.Row row : rows) {
        difference(row)
            .map(what -> new SnapshotDifference(row.stream(), row.sequence(), what))
            .ifPresent(differences::add);
        compared++;
        progress.at(compared, Math.max(all, compared));
      }
      rows = snapshots.read(rows.get(rows.size() - 1).stream(), AT_ONCE);
    }
    return new SnapshotsAnswer(compared, differences.isEmpty(), differences);
  }

  private Optional<String> difference(StoredSnapshots.Row row) {
    Optional<String> state;
    try {
      state = sourcing.state(row.type(), row.revision(), row.stream(), row.sequence());
    } catch (RuntimeException unreadable) {
      return Optional.of(
          "its events can not be replayed: " + unreadable.getClass().getSimpleName());
    }
    return state
        .map(sourced -> states.difference(row.payload(), sourced))
        .orElse(Optional.of("its events lead to no such aggregate"));
  }
}
