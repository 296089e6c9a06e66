package health.vigil.axon.transaction;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import org.axonframework.common.transaction.Transaction;

/** Part of a transaction that somebody else ends. */
record JoinedTransaction(TransactionManager jta) implements Transaction {

  @Override
  public void commit() {
    // whoever began the transaction commits it
  }

  @Override
  public void rollback() {
    try {
      jta.setRollbackOnly();
    } catch (SystemException | IllegalStateException e) {
      throw new TransactionFailed("The transaction could not be marked for rollback", e);
    }
  }
}
