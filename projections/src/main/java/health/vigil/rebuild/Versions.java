package health.vigil.rebuild;

import health.vigil.axon.processor.Gate;
import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;

/**
 * The stored version of each read model, which is also the lock between the batches that follow the
 * log and a switch of tables. A batch shares it before it reads anything, and so it never carries
 * what it has read in one table into another.
 */
@Singleton
class Versions implements Gate {
  private static final String SELECT = "select version from vigil.read_model where projection = ?";

  private final Tables tables;

  Versions(Tables tables) {
    this.tables = tables;
  }

  /**
   * @throws NewerVersion when the rows are of a version that this node does not know
   */
  @Override
  public void enter(String group) {
    ReadModel.ofGroup(group).ifPresent(model -> require(model, read(SELECT + " for share", model)));
  }

  /**
   * Waits for the batches under way, and keeps all others off until the present transaction ends.
   *
   * @throws NewerVersion when the rows are of a version that this node does not know
   */
  void holdOff(ReadModel model) {
    require(model, read(SELECT + " for update", model));
  }

  /**
   * @throws NewerVersion when the rows are of a version that this node does not know
   */
  void requireKnown(ReadModel model) {
    require(model, stored(model));
  }

  int stored(ReadModel model) {
    return read(SELECT, model);
  }

  /** In the present transaction, the rows are of this node's version. */
  void become(ReadModel model) {
    tables.change(
        "update vigil.read_model set version = ? where projection = ?",
        model.version(),
        model.group());
  }

  private int read(String sql, ReadModel model) {
    return tables.read(sql, row -> row.getInt(1), model.group()).get(0);
  }

  private static void require(ReadModel model, int stored) {
    if (stored > model.version()) {
      throw new NewerVersion(model.group(), stored, model.version());
    }
  }
}
