package health.vigil.axon.command;

import health.vigil.axon.transaction.JtaTransactionManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Leaves the caller's unit of work and transaction, and comes back to them. */
final class OutsideUnitOfWork {

  private final JtaTransactionManager transactions;

  OutsideUnitOfWork(JtaTransactionManager transactions) {
    this.transactions = transactions;
  }

  <T> T run(Supplier<T> task) {
    Deque<UnitOfWork<?>> left = leave();
    try {
      return transactions.outsideTransaction(task);
    } finally {
      left.forEach(CurrentUnitOfWork::set);
    }
  }

  /** The units of work that were active, the outermost first. */
  private static Deque<UnitOfWork<?>> leave() {
    Deque<UnitOfWork<?>> left = new ArrayDeque<>();
    while (CurrentUnitOfWork.isStarted()) {
      UnitOfWork<?> current = CurrentUnitOfWork.get();
      CurrentUnitOfWork.clear(current);
      left.addFirst(current);
    }
    return left;
  }
}
