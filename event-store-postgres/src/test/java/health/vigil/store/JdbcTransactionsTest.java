package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcTransactionsTest {

  private final LogFixture fixture = LogFixture.empty();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatIsRolledBackNeverWas() {
    Transaction transaction = fixture.transactions.startTransaction();
    fixture.fill("stream", 1);
    transaction.rollback();

    assertThat(fixture.log.eventLog().head()).isZero();
  }

  @Test
  void theEventsOfATransactionAreReadWithinIt() {
    Transaction transaction = fixture.transactions.startTransaction();
    fixture.fill("own", 2);
    long seen = fixture.log.storageEngine().readEvents("own").asStream().count();
    transaction.rollback();

    assertThat(seen).isEqualTo(2);
    assertThat(fixture.log.storageEngine().readEvents("own").asStream()).isEmpty();
  }

  @Test
  void anInnerTransactionJoinsTheOuterOne() {
    Transaction outer = fixture.transactions.startTransaction();
    fixture.transactions.executeInTransaction(() -> fixture.fill("inner", 1));
    outer.rollback();

    assertThat(fixture.log.eventLog().head()).isZero();
  }

  @Test
  void anInnerFailureDoomsTheOuterTransaction() {
    Transaction outer = fixture.transactions.startTransaction();
    fixture.fill("outer", 1);
    fixture.transactions.startTransaction().rollback();

    assertThatThrownBy(outer::commit).isInstanceOf(JdbcException.class);
    assertThat(fixture.log.eventLog().head()).isZero();
  }
}
