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

  /** What takes part in transactions, as events do not. */
  private void snapshot(String stream) {
    fixture.log.storageEngine().storeSnapshot(LogFixture.event(stream, 0));
  }

  private boolean hasSnapshot(String stream) {
    return fixture.log.storageEngine().readSnapshot(stream).isPresent();
  }

  @Test
  void anEventStaysWhateverBecomesOfTheTransactionAroundIt() {
    Transaction transaction = fixture.transactions.startTransaction();
    fixture.fill("stream", 1);
    transaction.rollback();

    assertThat(fixture.log.eventLog().head()).isEqualTo(1);
  }

  @Test
  void whatIsRolledBackNeverWas() {
    Transaction transaction = fixture.transactions.startTransaction();
    snapshot("stream");
    transaction.rollback();

    assertThat(hasSnapshot("stream")).isFalse();
  }

  @Test
  void whatATransactionStoresIsReadWithinIt() {
    Transaction transaction = fixture.transactions.startTransaction();
    snapshot("own");
    boolean seen = hasSnapshot("own");
    transaction.rollback();

    assertThat(seen).isTrue();
    assertThat(hasSnapshot("own")).isFalse();
  }

  @Test
  void anInnerTransactionJoinsTheOuterOne() {
    Transaction outer = fixture.transactions.startTransaction();
    fixture.transactions.executeInTransaction(() -> snapshot("inner"));
    outer.rollback();

    assertThat(hasSnapshot("inner")).isFalse();
  }

  @Test
  void anInnerFailureDoomsTheOuterTransaction() {
    Transaction outer = fixture.transactions.startTransaction();
    snapshot("outer");
    fixture.transactions.startTransaction().rollback();

    assertThatThrownBy(outer::commit).isInstanceOf(JdbcException.class);
    assertThat(hasSnapshot("outer")).isFalse();
  }
}
