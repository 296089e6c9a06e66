package health.vigil.personal.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.patient.PatientId;
import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrappingTest {
  private static final byte[] NAME = "\"Meadow\"".getBytes(UTF_8);
  private static final List<PatientId> PATIENTS =
      IntStream.range(0, 450).mapToObj(n -> new PatientId("p" + n)).toList();

  private final KeysInMemory table = new KeysInMemory();
  private final List<byte[]> sealed = new ArrayList<>();
  private Path file;
  private MasterKeys masters;

  @BeforeEach
  void manyPatients(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
    masters = MasterKeyFile.read(file, Optional.empty());
    ValueSealer values = new ValueSealer(new PatientKeys(table, masters, 10));
    PATIENTS.forEach(p -> sealed.add(values.seal(p, "familyName", NAME).orElseThrow()));
  }

  private void newMasterKey() throws IOException {
    Files.writeString(file, MasterKeyFile.withNewKey(Files.readString(file)));
  }

  @Test
  void everyKeyIsWrappedWithTheCurrentMasterKeyAndTheOldOneCanGo() throws IOException {
    String old = masters.current();
    newMasterKey();

    Rewrapping.Result result = new Rewrapping(table, masters).run((done, of) -> {});
    Files.writeString(file, MasterKeyFile.withPrimaryOnly(Files.readString(file)));

    assertThat(result)
        .isEqualTo(new Rewrapping.Result(masters.current(), PATIENTS.size(), 0, List.of()));
    MasterKeys anew = MasterKeyFile.read(file, Optional.empty());
    assertThat(anew.ids()).doesNotContain(old);
    ValueSealer values = new ValueSealer(new PatientKeys(table, anew, 10));
    for (int n = 0; n < PATIENTS.size(); n++) {
      assertThat(values.open(PATIENTS.get(n), "familyName", sealed.get(n))).contains(NAME);
    }
  }

  @Test
  void progressIsTold() throws IOException {
    newMasterKey();
    List<Long> told = new ArrayList<>();

    new Rewrapping(table, masters)
        .run(
            (done, of) -> {
              assertThat(of).isEqualTo(PATIENTS.size());
              told.add(done);
            });

    assertThat(told).hasSize(PATIENTS.size()).endsWith((long) PATIENTS.size());
  }

  @Test
  void doneAgainItDoesNothing() throws IOException {
    newMasterKey();
    Rewrapping rewrapping = new Rewrapping(table, masters);
    rewrapping.run((done, of) -> {});

    assertThat(rewrapping.run((done, of) -> {}).rewrapped()).isZero();
  }

  @Test
  void whatEndedEarlyGoesOnWhereItStopped() throws IOException {
    newMasterKey();
    Rewrapping rewrapping = new Rewrapping(table, masters);
    assertThatThrownBy(
            () ->
                rewrapping.run(
                    (done, of) -> {
                      if (done == 100) {
                        throw new IllegalStateException("the client has gone");
                      }
                    }))
        .hasMessage("the client has gone");

    assertThat(rewrapping.run((done, of) -> {}).rewrapped()).isEqualTo(PATIENTS.size() - 100);
  }

  @Test
  void anErasedPatientStaysErased() throws IOException {
    table.destroy("p7", Instant.EPOCH);
    newMasterKey();

    Rewrapping.Result result = new Rewrapping(table, masters).run((done, of) -> {});

    assertThat(result.rewrapped()).isEqualTo(PATIENTS.size() - 1);
    assertThat(table.find("p7").orElseThrow().wrapped()).isNull();
  }

  @Test
  void aKeyThatCanNotBeUnwrappedKeepsNoOtherFromItsTurnAndIsNamed() throws IOException {
    Wrapped spoilt = new Wrapped(masters.current(), new byte[40]);
    table.lose("p1");
    table.add("p1", spoilt);
    newMasterKey();

    Rewrapping.Result result = new Rewrapping(table, masters).run((done, of) -> {});

    assertThat(result.rewrapped()).isEqualTo(PATIENTS.size() - 1);
    assertThat(result.remaining()).isOne();
    assertThat(result.unopened()).containsExactly("p1");
    assertThat(table.find("p1").orElseThrow().wrapped()).isEqualTo(spoilt);
  }

  @Test
  void withoutTheOldMasterKeyNothingIsWrappedAnew() throws IOException {
    Files.writeString(
        file, MasterKeyFile.withPrimaryOnly(MasterKeyFile.withNewKey(Files.readString(file))));

    Rewrapping.Result result = new Rewrapping(table, masters).run((done, of) -> {});

    assertThat(result.rewrapped()).isZero();
    assertThat(result.remaining()).isEqualTo(PATIENTS.size());
    assertThat(result.unopened()).hasSize(100);
    assertThat(table.wrappedWithOthersThan(masters.current())).isEqualTo(PATIENTS.size());
  }
}
