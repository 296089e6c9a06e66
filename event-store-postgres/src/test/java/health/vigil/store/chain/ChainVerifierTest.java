package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.vigil.store.LogHead;
import health.vigil.store.chain.ChainedLog.Fact;
import health.vigil.store.chain.Flaw.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {

  private final ChainedLog log = new ChainedLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void anEmptyLogIsIntact() throws SQLException, InterruptedException {
    Verification found = log.verifier().all();

    assertThat(found.isIntact()).isTrue();
    assertThat(found.count()).isZero();
    assertThat(found.head().position()).isZero();
    assertThat(found.hash()).isEqualTo("0".repeat(64)).isEqualTo(found.head().hash());
    assertThat(log.verifier().from(5).isIntact()).isTrue();
  }

  @Test
  void aLogThatNobodyTouchedIsIntact() throws SQLException, InterruptedException {
    append(2500);

    Verification found = log.verifier().all();

    assertThat(found.flaws()).isEmpty();
    assertThat(found.first()).isEqualTo(1);
    assertThat(found.last()).isEqualTo(2500);
    assertThat(found.count()).isEqualTo(2500);
    assertThat(found.head()).extracting(LogHead::position).isEqualTo(2500L);
    assertThat(found.hash())
        .isEqualTo(found.head().hash())
        .isEqualTo(log.ask("SELECT encode(hash, 'hex') FROM vigil.events WHERE position = 2500"));
    assertThat(found.head().epoch()).isEqualTo(log.events().epoch());
  }

  @Test
  void itTellsHowFarItIs() throws SQLException, InterruptedException {
    append(2500);
    List<Long> positions = new ArrayList<>();

    log.verifier().reporting((position, last) -> positions.add(position)).all();

    assertThat(positions).hasSizeGreaterThan(2).isSorted().endsWith(2500L);
  }

  @Test
  void aPartIsVerifiedByItself() throws SQLException, InterruptedException {
    append(30);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position IN (5, 25)");

    assertThat(log.verifier().range(6, 24).flaws()).isEmpty();
    assertThat(log.verifier().range(6, 24).count()).isEqualTo(19);
    assertThat(log.verifier().range(5, 10).flaws()).containsExactly(new Flaw(5, Kind.CHANGED));
    assertThat(log.verifier().range(6, 99).flaws()).containsExactly(new Flaw(25, Kind.CHANGED));
    assertThat(log.verifier().from(26).flaws()).isEmpty();
    assertThat(log.verifier().range(31, 99).flaws()).isEmpty();
  }

  @Test
  void aPartNeedsTheEventBeforeIt() throws SQLException, InterruptedException {
    append(30);
    log.tamper("DELETE FROM vigil.events WHERE position = 9");

    assertThat(log.verifier().range(10, 20).flaws()).containsExactly(new Flaw(9, Kind.MISSING));
    assertThat(log.verifier().range(11, 20).flaws()).isEmpty();
  }

  @Test
  void aPartThatCanNotBeIsRefused() {
    assertThatThrownBy(() -> log.verifier().range(0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log.verifier().range(5, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void othersMayAppendMeanwhile() throws SQLException, InterruptedException {
    append(3000);
    List<Long> appended = new ArrayList<>();

    Verification found =
        log.verifier()
            .reporting(
                (position, last) -> {
                  appendOne(3001 + appended.size());
                  appended.add(position);
                })
            .all();

    assertThat(appended).isNotEmpty();
    assertThat(found.flaws()).isEmpty();
    assertThat(found.last()).isEqualTo(3000);
    assertThat(log.verifier().all().last()).isEqualTo(3000L + appended.size());
  }

  @Test
  void itEndsSoonWhenItIsInterrupted() throws SQLException, InterruptedException {
    append(20_000);
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                log.verifier()
                    .reporting((position, last) -> Thread.currentThread().interrupt())
                    .all();
              } catch (InterruptedException e) {
                ended.countDown();
              }
            });

    thread.start();
    thread.join();

    assertThat(ended.getCount()).isZero();
  }

  @Test
  void whatIsNotLookedAtIsNotReadOn() throws SQLException, InterruptedException {
    append(20_000);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 5");

    assertThat(log.verifier().all().flaws()).containsExactly(new Flaw(5, Kind.CHANGED));

    await().until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::reads));
  }

  private boolean reads(Thread thread) {
    return thread.getName().equals("log-verification");
  }

  @Test
  void aLogThatCanNotBeReadIsNoFlaw() throws SQLException, InterruptedException {
    append(3);
    log.tamper("ALTER TABLE vigil.events RENAME COLUMN metadata TO other");

    assertThatThrownBy(() -> log.verifier().all()).isInstanceOf(EventStoreException.class);
    log.tamper("ALTER TABLE vigil.events RENAME COLUMN other TO metadata");
  }

  private void append(int events) throws SQLException {
    for (int from = 1; from <= events; from += 1000) {
      log.append(
          IntStream.range(from, Math.min(events + 1, from + 1000))
              .mapToObj(Fact::numbered)
              .toList());
    }
  }

  private void appendOne(int number) {
    try {
      log.append(List.of(Fact.numbered(number)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
