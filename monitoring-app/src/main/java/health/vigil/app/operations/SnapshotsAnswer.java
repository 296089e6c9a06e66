package health.vigil.app.operations;

import java.util.List;

/**
 * The snapshots against the events that they stand for.
 *
 * @param snapshots that were compared
 * @param differences by stream; no value is shown
 */
record SnapshotsAnswer(long snapshots, boolean equal, List<SnapshotDifference> differences) {
  SnapshotsAnswer {
    differences = List.copyOf(differences);
  }

  /**
   * A snapshot that is not what its events lead to.
   *
   * @param sequence of the last event in it
   * @param what in words
   */
  record SnapshotDifference(String stream, long sequence, String what) {}
}
