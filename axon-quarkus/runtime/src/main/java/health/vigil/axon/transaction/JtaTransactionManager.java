package health.vigil.axon.transaction;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.util.function.Supplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Axon's transactions on JTA.
 *
 * <p>A transaction joins the one that is active on the thread, and then only marks it for rollback.
 * One that an earlier unit of work of the same thread left open, because it ended with an error
 * that nobody caught, is rolled back before a new one begins: later work never joins it.
 */
@Singleton
@Typed({JtaTransactionManager.class, TransactionManager.class})
public class JtaTransactionManager implements TransactionManager {

  private static final Logger LOG = Logger.getLogger(JtaTransactionManager.class);

  private final jakarta.transaction.TransactionManager jta;

  @SuppressWarnings("ThreadLocalUsage") // one in the application
  private final ThreadLocal<jakarta.transaction.@Nullable Transaction> leftOpen =
      new ThreadLocal<>();

  @Inject
  public JtaTransactionManager(jakarta.transaction.TransactionManager jta) {
    this.jta = jta;
  }

  @Override
  public Transaction startTransaction() {
    rollBackWhatWasLeftOpen();
    if (isActive()) {
      return new JoinedTransaction(jta);
    }
    Transaction begun = begin();
    leftOpen.set(current());
    return begun;
  }

  @Override
  public void executeInTransaction(Runnable task) {
    fetchInTransaction(
        () -> {
          task.run();
          return true;
        });
  }

  @Override
  public <T> T fetchInTransaction(Supplier<T> supplier) {
    rollBackWhatWasLeftOpen();
    // Nobody can leave this one open: it ends here.
    Transaction transaction = isActive() ? new JoinedTransaction(jta) : begin();
    T result;
    try {
      result = supplier.get();
    } catch (Throwable e) {
      rollback(transaction, e);
      throw e;
    }
    transaction.commit();
    return result;
  }

  /**
   * Does something outside the caller's transaction, which goes on afterwards.
   *
   * @throws TransactionFailed when the caller's transaction can not be taken up again
   */
  public <T> T outsideTransaction(Supplier<T> task) {
    jakarta.transaction.@Nullable Transaction callers = suspend();
    jakarta.transaction.@Nullable Transaction open = leftOpen.get();
    leftOpen.remove();
    try {
      return task.get();
    } finally {
      resume(callers);
      if (open != null) {
        leftOpen.set(open);
      }
    }
  }

  private jakarta.transaction.@Nullable Transaction suspend() {
    try {
      return jta.suspend();
    } catch (SystemException e) {
      throw new TransactionFailed("The caller's transaction could not be suspended", e);
    }
  }

  private void resume(jakarta.transaction.@Nullable Transaction transaction) {
    if (transaction == null) {
      return;
    }
    try {
      jta.resume(transaction);
    } catch (InvalidTransactionException | SystemException e) {
      throw new TransactionFailed("The caller's transaction could not be resumed", e);
    }
  }

  private Transaction begin() {
    try {
      jta.begin();
      return new OwnTransaction(jta, leftOpen::remove);
    } catch (NotSupportedException | SystemException e) {
      throw new TransactionFailed("A transaction could not begin", e);
    }
  }

  private boolean isActive() {
    try {
      return jta.getStatus() != Status.STATUS_NO_TRANSACTION;
    } catch (SystemException e) {
      throw new TransactionFailed("The state of the transaction is unknown", e);
    }
  }

  private jakarta.transaction.@Nullable Transaction current() {
    try {
      return jta.getTransaction();
    } catch (SystemException e) {
      throw new TransactionFailed("The current transaction is unknown", e);
    }
  }

  private static void rollback(Transaction transaction, Throwable reason) {
    try {
      transaction.rollback();
    } catch (TransactionFailed e) {
      reason.addSuppressed(e);
    }
  }

  private void rollBackWhatWasLeftOpen() {
    jakarta.transaction.@Nullable Transaction open = leftOpen.get();
    if (open == null || CurrentUnitOfWork.isStarted()) {
      return;
    }
    leftOpen.remove();
    if (open.equals(current())) {
      LOG.error("A unit of work ended with its transaction open; it is rolled back now");
      new OwnTransaction(jta, leftOpen::remove).rollback();
    }
  }
}
