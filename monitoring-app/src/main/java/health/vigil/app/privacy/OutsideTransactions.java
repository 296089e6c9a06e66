package health.vigil.app.privacy;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.master.Wrapped;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of keys that is used outside of whatever transaction the thread is in: a batch that is
 * rolled back must not take a key with it that something else is sealed with already.
 */
final class OutsideTransactions implements KeyTable {
  private final KeyTable table;
  private final TransactionManager transactions;

  OutsideTransactions(KeyTable table, TransactionManager transactions) {
    this.table = table;
    this.transactions = transactions;
  }

  @Override
  public Optional<KeyRow> find(String patient) {
    return outside(() -> table.find(patient));
  }

  @Override
  public void add(String patient, Wrapped wrapped) {
    outside(
        () -> {
          table.add(patient, wrapped);
          return true;
        });
  }

  @Override
  public void destroy(String patient, Instant at) {
    outside(
        () -> {
          table.destroy(patient, at);
          return true;
        });
  }

  @Override
  public boolean replace(String patient, Wrapped old, Wrapped anew) {
    return outside(() -> table.replace(patient, old, anew));
  }

  @Override
  public List<KeyRow> living(String after, int atMost) {
    return outside(() -> table.living(after, atMost));
  }

  @Override
  public Set<String> masters() {
    return outside(table::masters);
  }

  @Override
  public long wrappedWithOthersThan(String master) {
    return outside(() -> table.wrappedWithOthersThan(master));
  }

  @Override
  public List<KeyRow> wrappedWithOthersThan(String master, String after, int atMost) {
    return outside(() -> table.wrappedWithOthersThan(master, after, atMost));
  }

  private <T> T outside(Supplier<T> use) {
    try {
      @Nullable Transaction around = transactions.suspend();
      try {
        return use.get();
      } finally {
        if (around != null) {
          transactions.resume(around);
        }
      }
    } catch (SystemException | InvalidTransactionException failed) {
      throw new IllegalStateException("a transaction can be left for a moment", failed);
    }
  }
}
