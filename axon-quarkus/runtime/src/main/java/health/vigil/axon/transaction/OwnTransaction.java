package health.vigil.axon.transaction;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import org.axonframework.common.transaction.Transaction;

/** A transaction that this unit of work began and ends. */
record OwnTransaction(TransactionManager jta, Runnable ended) implements Transaction {

  @Override
  public void commit() {
    try {
      jta.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new TransactionFailed("The transaction could not commit", e);
    } catch (Error e) {
      // Axon's unit of work does not roll back on an error: see to it here.
      rollback();
      throw new TransactionFailed("The transaction could not commit", e);
    } finally {
      ended.run();
    }
  }

  @Override
  public void rollback() {
    try {
      if (jta.getStatus() != Status.STATUS_NO_TRANSACTION) {
        jta.rollback();
      }
    } catch (SystemException e) {
      throw new TransactionFailed("The transaction could not roll back", e);
    } finally {
      ended.run();
    }
  }
}
