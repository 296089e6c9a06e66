package health.vigil.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.aggregate.KeptAggregates;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.ledger.LedgerSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedErasuresTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final PatientErased ADA = erased("ada");
  private static final PatientErased BEN = erased("ben");

  @TempDir private Path folder;

  private final NavigableMap<Long, PatientErased> log = new TreeMap<>();
  private final ErasureTroubles troubles = new ErasureTroubles();
  private final DestroyedKeys table = new DestroyedKeys();
  private boolean logIsAway;
  private Erasures erasures;
  private FollowedErasures followed;

  @BeforeEach
  void begin() {
    erasures =
        new Erasures(
            new PatientKeys(table, new NoMasterKeys(), 10),
            new KeptAggregates(),
            ledger(),
            troubles);
    followed = new FollowedErasures(this::between, erasures, troubles);
  }

  @Test
  void whoIsErasedBetweenTheStartAndTheWatchIsForgottenToo() {
    log.put(3L, ADA);
    followed.upTo(4);
    log.put(5L, BEN);

    followed.upTo(6);

    assertThat(table.destroyed).containsExactly("ada", "ben");
  }

  @Test
  void nobodyIsErasedTwiceByIt() {
    log.put(3L, ADA);

    followed.upTo(4);
    followed.upTo(4);
    followed.upTo(-1);

    assertThat(table.destroyed).containsExactly("ada");
  }

  @Test
  void whatCouldNotBeReadIsReadLater() {
    log.put(3L, ADA);
    logIsAway = true;
    followed.upTo(4);
    assertThat(troubles.sentences()).anyMatch(sentence -> sentence.contains("after position 0"));

    logIsAway = false;
    followed.upTo(4);

    assertThat(table.destroyed).containsExactly("ada");
    assertThat(troubles.sentences()).isEmpty();
  }

  @Test
  void oneThatFailsKeepsNoOtherFromBeingErased() throws IOException {
    log.put(3L, ADA);
    log.put(4L, BEN);
    table.refused = "ada";

    followed.upTo(4);

    assertThat(table.destroyed).containsExactly("ben");
    assertThat(ledger().read().orElseThrow().erasures().values()).contains(ADA, BEN);
    assertThat(erasures.isDone(ADA.patientId())).isFalse();
    assertThat(erasures.isDone(BEN.patientId())).isTrue();
    assertThat(troubles.sentences()).hasSize(1).first().asString().contains("patient ada");
  }

  @Test
  void whatFailedIsDoneLater() {
    log.put(3L, ADA);
    table.refused = "ada";
    followed.upTo(4);

    table.refused = "";
    erasures.finish();

    assertThat(table.destroyed).containsExactly("ada");
    assertThat(erasures.isDone(ADA.patientId())).isTrue();
    assertThat(troubles.sentences()).isEmpty();
  }

  @Test
  void aLedgerThatCanNotBeWrittenSparesNoKeyAndIsWrittenLater() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("ledger"));
    log.put(3L, ADA);

    followed.upTo(4);

    assertThat(table.destroyed).containsExactly("ada");
    assertThat(erasures.isDone(ADA.patientId())).isFalse();
    assertThat(troubles.sentences()).anyMatch(sentence -> sentence.contains("ledger"));
    Files.delete(inTheWay);
    erasures.finish();
    assertThat(erasures.isDone(ADA.patientId())).isTrue();
    assertThat(ledger().read().orElseThrow().erasures().values()).containsExactly(ADA);
    assertThat(troubles.sentences()).isEmpty();
  }

  private List<PatientErased> between(long after, long upTo) {
    if (logIsAway) {
      throw new IllegalStateException("away");
    }
    return List.copyOf(log.subMap(after, false, upTo, true).values());
  }

  private Ledger ledger() {
    return new Ledger(
        Optional.of(new LedgerFile(folder.resolve("ledger"), new LedgerSecret(new byte[32]))));
  }

  private static PatientErased erased(String patient) {
    return new PatientErased(
        new PatientId(patient), ErasureReason.PATIENT_REQUEST, "first", "second", AT);
  }
}
