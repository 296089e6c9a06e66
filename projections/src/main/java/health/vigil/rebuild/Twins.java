package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The twins of the read models' tables, in a schema of their own. */
@Singleton
class Twins {
  private final Tables tables;
  private final EntityManager entities;

  Twins(Tables tables, EntityManager entities) {
    this.tables = tables;
    this.entities = entities;
  }

  /**
   * From now on and until the present transaction ends, the read models' names mean the twins. A
   * table that has none is not found: nothing served is ever written by mistake.
   */
  void enter() {
    tables.change("set local search_path = vigil_rebuild");
  }

  /** Writes what handlers have left in memory, and forgets it. */
  void write() {
    entities.flush();
    entities.clear();
  }

  /** In the present transaction, from now on; then it fails rather than wait for others. */
  void waitAtMost(Duration forLocks) {
    tables.change("set local lock_timeout = " + forLocks.toMillis());
  }

  /**
   * In the present transaction, keeps the database from tidying up the tables and the twins, which
   * hinders neither who reads nor who writes: it would let go of a table only when it is waited for
   * longer than the switch waits.
   */
  void holdOffVacuum(ReadModel model) {
    String all =
        model.tables().stream()
            .flatMap(table -> Stream.of("vigil." + table, "vigil_rebuild." + table))
            .collect(Collectors.joining(", "));
    tables.change("lock table " + all + " in share update exclusive mode");
  }

  void empty(ReadModel model) {
    call("empty_twins", model);
  }

  /** Lets the database count what is in them. */
  void analyze(ReadModel model) {
    call("analyze_twins", model);
  }

  /** They and the tables change places, together with how far each has come in the log. */
  void changePlaces(ReadModel model) {
    call("switch_read_model", model);
    tables.change("delete from vigil.projection_progress where projection = ?", model.group());
    tables.change(
        "insert into vigil.projection_progress select * from vigil_rebuild.projection_progress"
            + " where projection = ?",
        model.group());
  }

  private void call(String function, ReadModel model) {
    tables.read("select vigil." + function + "(?)", row -> true, model.group());
  }
}
