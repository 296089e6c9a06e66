package health.vigil.benchmarks;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of keys of one patient, in memory: it is asked once, and then the key is remembered.
 */
final class OneKey implements KeyTable {
  private @Nullable KeyRow row;

  @Override
  public Optional<KeyRow> find(String patient) {
    return Optional.ofNullable(row);
  }

  @Override
  public void add(String patient, Wrapped wrapped) {
    row = new KeyRow(patient, wrapped, null);
  }

  @Override
  public void destroy(String patient, Instant at) {
    throw new UnsupportedOperationException("nobody is erased here");
  }

  @Override
  public boolean replace(String patient, Wrapped old, Wrapped anew) {
    return false;
  }

  @Override
  public List<KeyRow> living(String after, int atMost) {
    return List.of();
  }

  @Override
  public Set<String> masters() {
    return Set.of();
  }

  @Override
  public long wrappedWithOthersThan(String master) {
    return 0;
  }

  @Override
  public List<KeyRow> wrappedWithOthersThan(String master, String after, int atMost) {
    return List.of();
  }
}
