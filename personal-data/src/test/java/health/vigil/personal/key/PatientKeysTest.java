package health.vigil.personal.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.patient.PatientId;
import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientKeysTest {
  private static final PatientId ANNA = new PatientId("anna");
  private static final PatientId BERT = new PatientId("bert");
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final byte[] NAME = "\"Meadow\"".getBytes(UTF_8);

  private final KeysInMemory table = new KeysInMemory();
  private MasterKeys masters;
  private PatientKeys keys;
  private ValueSealer values;
  private IdentitySealer identities;

  @BeforeEach
  void oneNode(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
    masters = MasterKeyFile.read(file, Optional.empty());
    keys = new PatientKeys(table, masters, 100);
    values = new ValueSealer(keys);
    identities = new IdentitySealer(keys);
  }

  private byte[] sealed(ValueSealer by, PatientId patient) {
    return by.seal(patient, "familyName", NAME).orElseThrow();
  }

  @Test
  void whatIsSealedIsOpenedAgain() {
    byte[] sealed = sealed(values, ANNA);

    assertThat(new String(sealed, UTF_8)).doesNotContain("Meadow");
    assertThat(values.open(ANNA, "familyName", sealed)).contains(NAME);
  }

  @Test
  void anotherNodeOpensWhatThisOneSealed() {
    byte[] sealed = sealed(values, ANNA);

    ValueSealer other = new ValueSealer(new PatientKeys(table, masters, 100));

    assertThat(other.open(ANNA, "familyName", sealed)).contains(NAME);
  }

  @Test
  void theSameValueIsNeverTheSameBytes() {
    assertThat(sealed(values, ANNA)).isNotEqualTo(sealed(values, ANNA));
  }

  @Test
  void theSameIdentityIsAlwaysTheSameBytesAndDiffersBetweenPatients() {
    byte[] sealed = identities.seal(ANNA, NAME).orElseThrow();

    assertThat(identities.seal(ANNA, NAME)).contains(sealed);
    assertThat(identities.seal(BERT, NAME).orElseThrow()).isNotEqualTo(sealed);
    assertThat(identities.open(ANNA, sealed)).contains(NAME);
  }

  @Test
  void aValueInAnotherPlaceIsRefused() {
    byte[] sealed = sealed(values, ANNA);

    assertThatThrownBy(() -> values.open(ANNA, "givenName", sealed))
        .isInstanceOf(SealBroken.class)
        .hasMessageNotContaining("Meadow");
  }

  @Test
  void anotherPatientsValueIsNotOpened() {
    byte[] sealed = sealed(values, ANNA);
    sealed(values, BERT);

    assertThat(values.open(BERT, "familyName", sealed)).isEmpty();
  }

  @Test
  void aChangedValueIsRefused() {
    byte[] sealed = sealed(values, ANNA);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> values.open(ANNA, "familyName", sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void oneWhoIsErasedIsErasedForEver() {
    byte[] sealed = sealed(values, ANNA);
    byte[] identity = identities.seal(ANNA, NAME).orElseThrow();

    keys.destroy(ANNA, NOW);
    keys.destroy(ANNA, NOW.plusSeconds(1));

    assertThat(keys.isErased(ANNA)).isTrue();
    assertThat(values.open(ANNA, "familyName", sealed)).isEmpty();
    assertThat(identities.open(ANNA, identity)).isEmpty();
    assertThat(values.seal(ANNA, "familyName", NAME)).isEmpty();
    assertThat(identities.seal(ANNA, NAME)).isEmpty();
    assertThat(table.find("anna").orElseThrow().erasedAt()).isEqualTo(NOW);
  }

  @Test
  void oneWhoIsErasedBeforeAnythingWasSealedNeverGetsAKey() {
    keys.destroy(ANNA, NOW);

    assertThat(values.seal(ANNA, "familyName", NAME)).isEmpty();
    assertThat(table.living("", 10)).isEmpty();
  }

  @Test
  void aNodeThatIsToldForgetsEvenWhileTheRowStillLives() {
    byte[] sealed = sealed(values, ANNA);

    keys.forget(ANNA);

    assertThat(keys.isErased(ANNA)).isTrue();
    assertThat(values.open(ANNA, "familyName", sealed)).isEmpty();
    assertThat(values.seal(ANNA, "familyName", NAME)).isEmpty();
  }

  @Test
  void aKeyThatWasReadBeforeTheErasureIsNotRememberedAfterIt() throws Exception {
    RememberedKeys remembered = new RememberedKeys(10);
    PatientKey readBefore = PatientKey.of(new byte[PatientKey.SECRET_BYTES]);

    remembered.erased("anna");

    assertThat(remembered.remember("anna", KeyState.living(readBefore))).isEqualTo(KeyState.ERASED);
    assertThat(remembered.of("anna")).isEqualTo(KeyState.ERASED);
  }

  @Test
  void othersAreNotTouchedByAnErasure() {
    byte[] sealed = sealed(values, BERT);

    keys.destroy(ANNA, NOW);

    assertThat(values.open(BERT, "familyName", sealed)).contains(NAME);
    assertThat(keys.isErased(BERT)).isFalse();
  }

  @Test
  void theSystemCanNotBeErased() {
    assertThatIllegalArgumentException().isThrownBy(() -> keys.destroy(PatientKeys.SYSTEM, NOW));
  }

  @Test
  void whoNeverHadAKeyIsNotErasedAndGetsNoneByBeingRead() {
    assertThat(keys.isErased(ANNA)).isFalse();
    assertThatThrownBy(() -> values.open(ANNA, "familyName", new byte[40]))
        .isInstanceOf(LostKey.class);
    assertThat(table.find("anna")).isEmpty();
  }

  @Test
  void aLostKeyIsNeitherTakenForErasedNorReplacedByANewOne() {
    byte[] sealed = sealed(values, ANNA);
    byte[] identity = identities.seal(ANNA, NAME).orElseThrow();
    KeyRow row = table.find("anna").orElseThrow();
    table.lose("anna");
    PatientKeys after = new PatientKeys(table, masters, 100, new Lost(ANNA, false));

    assertThatThrownBy(() -> new ValueSealer(after).open(ANNA, "familyName", sealed))
        .isInstanceOf(LostKey.class);
    assertThatThrownBy(() -> new IdentitySealer(after).open(ANNA, identity))
        .isInstanceOf(LostKey.class);
    assertThatThrownBy(() -> new ValueSealer(after).seal(ANNA, "familyName", NAME))
        .isInstanceOfSatisfying(
            KeysUnavailable.class, lost -> assertThat(lost.isPassing()).isFalse());
    assertThat(after.isErased(ANNA)).isFalse();
    assertThat(new ValueSealer(after).seal(BERT, "familyName", NAME)).isPresent();

    table.add("anna", Objects.requireNonNull(row.wrapped()));
    assertThat(new ValueSealer(after).open(ANNA, "familyName", sealed)).contains(NAME);
  }

  @Test
  void aLostKeyThatIsGivenUpReadsAsNothing() {
    byte[] sealed = sealed(values, ANNA);
    table.lose("anna");
    ValueSealer after = new ValueSealer(new PatientKeys(table, masters, 100, new Lost(BERT, true)));

    assertThat(after.open(ANNA, "familyName", sealed)).isEmpty();
    assertThat(after.open(ANNA, "familyName", sealed(after, ANNA))).contains(NAME);
    assertThat(after.open(ANNA, "familyName", sealed)).isEmpty();
  }

  private record Lost(PatientId patient, boolean areGivenUp) implements MissingKeys {
    @Override
    public boolean mayBeMade(PatientId asked) {
      return !asked.equals(patient);
    }
  }

  @Test
  void aRowThatIsNotThereAfterItWasMadeIsNotTakenForErased() {
    PatientKeys losing =
        new PatientKeys(
            new KeysInMemory() {
              @Override
              public synchronized void add(String patient, Wrapped wrapped) {}
            },
            masters,
            100);

    assertThatThrownBy(() -> new ValueSealer(losing).seal(ANNA, "familyName", NAME))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("lost");
  }

  @Test
  void whatALostKeySealedIsNotOpenedByTheOneThatCameAfterIt() {
    byte[] sealed = sealed(values, ANNA);
    table.lose("anna");
    keys.forgetAll();

    sealed(values, ANNA);

    assertThat(values.open(ANNA, "familyName", sealed)).isEmpty();
  }

  @Test
  void aRememberedKeyIsNotReadAgainAndMemoryIsBounded() {
    PatientKeys few = new PatientKeys(table, masters, 2);
    ValueSealer sealer = new ValueSealer(few);
    sealed(sealer, ANNA);
    int reads = table.reads;

    sealed(sealer, ANNA);
    assertThat(table.reads).isEqualTo(reads);

    IntStream.range(0, 3).forEach(n -> sealed(sealer, new PatientId("p" + n)));
    reads = table.reads;
    sealed(sealer, ANNA);
    assertThat(table.reads).isEqualTo(reads + 1);
  }

  @Test
  void aRowOfAnotherMasterKeyIsUnavailableNotErased(@TempDir Path folder) throws IOException {
    byte[] sealed = sealed(values, ANNA);
    Path file = Files.writeString(folder.resolve("other.json"), MasterKeyFile.make());
    MasterKeys others = MasterKeyFile.read(file, Optional.empty());

    ValueSealer stranger = new ValueSealer(new PatientKeys(table, others, 10));

    assertThatThrownBy(() -> stranger.open(ANNA, "familyName", sealed))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining(masters.current());
  }

  @Test
  void aKeyInAnotherPatientsRowIsNone() {
    sealed(values, ANNA);
    KeyRow annas = table.find("anna").orElseThrow();
    table.add("bert", Objects.requireNonNull(annas.wrapped()));

    assertThatThrownBy(() -> values.seal(BERT, "familyName", NAME))
        .isInstanceOf(KeysUnavailable.class);
  }
}
