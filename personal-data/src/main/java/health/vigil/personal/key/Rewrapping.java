package health.vigil.personal.key;

import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.Wrapped;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Wraps every key with the current master key, so that older ones can go. Nothing that the keys
 * sealed is touched. May run amid traffic, on several nodes at once, and again after it ended
 * early.
 */
public final class Rewrapping {
  private static final int AT_ONCE = 200;

  /** Nodes that have yet to learn of the current key may go on wrapping with the one before. */
  private static final int PASSES = 3;

  private static final int NAMED = 100;

  private final KeyTable table;
  private final MasterKeys masters;

  public Rewrapping(KeyTable table, MasterKeys masters) {
    this.table = table;
    this.masters = masters;
  }

  /** Is told how far it is; what it throws ends the work. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long of);
  }

  /**
   * What came of it.
   *
   * @param current the id of the master key that wraps from now on
   * @param rewrapped how many keys were wrapped anew
   * @param remaining how many are still wrapped with another master key
   * @param unopened the patients among them whose key no master key here unwraps, a hundred at most
   */
  public record Result(String current, long rewrapped, long remaining, List<String> unopened) {
    public Result {
      unopened = List.copyOf(unopened);
    }
  }

  /**
   * Reads the master keys anew and wraps whatever is wrapped with another than the current one. A
   * key that can not be unwrapped stays as it is, and keeps no other from its turn.
   */
  public Result run(Progress progress) {
    masters.refresh();
    String current = masters.current();
    long all = table.wrappedWithOthersThan(current);
    long done = 0;
    long remaining = all;
    List<String> unopened = new ArrayList<>();
    for (int pass = 0; pass < PASSES && remaining > unopened.size(); pass++) {
      unopened.clear();
      done = pass(current, done, all, unopened, progress);
      remaining = table.wrappedWithOthersThan(current);
    }
    return new Result(current, done, remaining, unopened);
  }

  private long pass(
      String current, long before, long all, List<String> unopened, Progress progress) {
    long done = before;
    List<KeyRow> rows = table.wrappedWithOthersThan(current, "", AT_ONCE);
    while (!rows.isEmpty()) {
      for (KeyRow row : rows) {
        done += rewrap(row, unopened) ? 1 : 0;
        progress.at(done, Math.max(all, done));
      }
      rows = table.wrappedWithOthersThan(current, rows.get(rows.size() - 1).patient(), AT_ONCE);
    }
    return done;
  }

  private boolean rewrap(KeyRow row, List<String> unopened) {
    Wrapped old = Objects.requireNonNull(row.wrapped(), "only living keys are wrapped");
    byte[] about = PatientKeys.about(row.patient());
    try {
      return table.replace(row.patient(), old, masters.wrap(masters.unwrap(old, about), about));
    } catch (GeneralSecurityException unopenable) {
      if (unopened.size() < NAMED) {
        unopened.add(row.patient());
      }
      return false;
    }
  }
}
