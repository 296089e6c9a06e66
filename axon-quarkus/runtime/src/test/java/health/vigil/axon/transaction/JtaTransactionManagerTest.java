package health.vigil.axon.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JtaTransactionManagerTest {

  private final TransactionManager jta = com.arjuna.ats.jta.TransactionManager.transactionManager();
  private final JtaTransactionManager transactions = new JtaTransactionManager(jta);

  @AfterEach
  void leaveNothingOpen() throws SystemException {
    while (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.clear(CurrentUnitOfWork.get());
    }
    if (jta.getStatus() != Status.STATUS_NO_TRANSACTION) {
      jta.rollback();
    }
  }

  @Test
  void commitsWhatItBegan() throws SystemException {
    Transaction transaction = transactions.startTransaction();
    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_ACTIVE);

    transaction.commit();

    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void anInnerTransactionJoinsAndItsRollbackSparesNobody() throws SystemException {
    UnitOfWork<?> unitOfWork = unitOfWork();
    Transaction outer = transactions.startTransaction();
    CurrentUnitOfWork.set(unitOfWork);

    assertThatThrownBy(
            () ->
                transactions.executeInTransaction(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    assertThatThrownBy(outer::commit).isInstanceOf(TransactionFailed.class);
    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void aTransactionThatWasLeftOpenIsNotJoinedByLaterWork() throws Exception {
    Transaction left = transactions.startTransaction();
    jakarta.transaction.Transaction open = jta.getTransaction();
    assertThat(left).isNotNull();

    transactions.executeInTransaction(() -> assertThat(current()).isNotEqualTo(open));

    assertThat(open.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void anErrorRollsBackToo() throws SystemException {
    assertThatThrownBy(
            () ->
                transactions.executeInTransaction(
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void workOutsideLeavesTheCallersTransactionAndComesBackToIt() {
    transactions.executeInTransaction(
        () -> {
          Object callers = current();
          assertThat(transactions.outsideTransaction(() -> status()))
              .isEqualTo(Status.STATUS_NO_TRANSACTION);
          assertThat(current()).isEqualTo(callers);
        });
  }

  private static UnitOfWork<?> unitOfWork() {
    UnitOfWork<?> unitOfWork =
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
    CurrentUnitOfWork.clear(unitOfWork);
    return unitOfWork;
  }

  private Object current() {
    try {
      return jta.getTransaction();
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private int status() {
    try {
      return jta.getStatus();
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }
}
