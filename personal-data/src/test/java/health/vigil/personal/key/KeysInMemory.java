package health.vigil.personal.key;

import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table of keys as the contract says, shared by what stands for several nodes. */
public class KeysInMemory implements KeyTable {
  private final TreeMap<String, KeyRow> rows = new TreeMap<>();
  int reads;

  @Override
  public synchronized Optional<KeyRow> find(String patient) {
    reads++;
    return Optional.ofNullable(rows.get(patient));
  }

  @Override
  public synchronized void add(String patient, Wrapped wrapped) {
    rows.putIfAbsent(patient, new KeyRow(patient, wrapped, null));
  }

  @Override
  public synchronized void destroy(String patient, Instant at) {
    KeyRow row = rows.get(patient);
    if (row == null || row.erasedAt() == null) {
      rows.put(patient, new KeyRow(patient, null, at));
    }
  }

  @Override
  public synchronized boolean replace(String patient, Wrapped old, Wrapped anew) {
    KeyRow row = rows.get(patient);
    boolean same = row != null && Objects.equals(row.wrapped(), old);
    if (same) {
      rows.put(patient, new KeyRow(patient, anew, null));
    }
    return same;
  }

  @Override
  public synchronized List<KeyRow> living(String after, int atMost) {
    return rows.tailMap(after, false).values().stream()
        .filter(row -> row.wrapped() != null)
        .limit(atMost)
        .toList();
  }

  @Override
  public synchronized Set<String> masters() {
    return living("", Integer.MAX_VALUE).stream()
        .map(row -> Objects.requireNonNull(row.wrapped()).master())
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized long wrappedWithOthersThan(String master) {
    return living("", Integer.MAX_VALUE).stream()
        .filter(row -> !Objects.requireNonNull(row.wrapped()).master().equals(master))
        .count();
  }

  @Override
  public synchronized List<KeyRow> wrappedWithOthersThan(String master, String after, int atMost) {
    return living(after, Integer.MAX_VALUE).stream()
        .filter(row -> !Objects.requireNonNull(row.wrapped()).master().equals(master))
        .limit(atMost)
        .toList();
  }

  public synchronized void lose(String patient) {
    rows.remove(patient);
  }
}
