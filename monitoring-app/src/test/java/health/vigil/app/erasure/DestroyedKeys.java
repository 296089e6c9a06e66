package health.vigil.app.erasure;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table of keys that knows only whose are destroyed, and refuses to destroy one. */
final class DestroyedKeys implements KeyTable {
  final List<String> destroyed = new ArrayList<>();
  String refused = "";

  @Override
  public Optional<KeyRow> find(String patient) {
    return Optional.empty();
  }

  @Override
  public void add(String patient, Wrapped wrapped) {
    throw new UnsupportedOperationException("nobody comes here");
  }

  @Override
  public void destroy(String patient, Instant at) {
    if (patient.equals(refused)) {
      throw new IllegalStateException("away");
    }
    destroyed.add(patient);
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
