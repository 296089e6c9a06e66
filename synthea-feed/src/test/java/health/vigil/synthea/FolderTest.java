package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.synthea.FakeVigil.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds files to a server that fails in the ways servers do. */
class FolderTest {
  private static final String[] THREE =
      List.of(SyntheaFiles.HEART_RATE, SyntheaFiles.RESPIRATION, SyntheaFiles.WEIGHT)
          .toArray(String[]::new);
  @TempDir private Path files;
  private FakeVigil vigil;
  private final List<Duration> pauses = new ArrayList<>();

  /** Time passes only by pauses. */
  private final Waiting waiting =
      new Waiting() {
        @Override
        public synchronized Duration now() {
          return pauses.stream().reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public synchronized void pause(Duration duration) {
          pauses.add(duration);
        }
      };

  @BeforeEach
  void start() throws IOException {
    vigil = new FakeVigil();
    SyntheaFiles.write(files, "p1.json", SyntheaFiles.bundle("p1", THREE));
  }

  @AfterEach
  void stop() {
    vigil.close();
  }

  private Account feed() throws IOException, InterruptedException {
    return feed(new BundleLimits(500_000, 100));
  }

  private Account feed(BundleLimits limits) throws IOException, InterruptedException {
    Account account = new Account();
    Folder folder = Folder.of(files);
    folder.count(account);
    VigilFhir fhir = new VigilFhir(vigil.url(), "token", Duration.ofMinutes(1), waiting);
    folder.feed(2, new Delivery(fhir), limits, account);
    return account;
  }

  @Test
  void accountsForEveryVitalSign() throws IOException, InterruptedException {
    SyntheaFiles.write(files, "p2.json", SyntheaFiles.bundle("p2", THREE).replace("1\"", "2\""));

    Account account = feed();

    assertThat(account.isComplete()).isTrue();
    assertThat(account.total()).isEqualTo(new Counts(6, 4, 0, 2));
    assertThat(account.patients().all()).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(account.lines().get(0).reasons())
        .containsEntry("not-supported: this code is not recorded", 2L);
    assertThat(vigil.bundleSizes()).containsExactlyInAnyOrder(1, 3, 1, 3);
  }

  @Test
  void fedAgainAllWasRecordedBefore() throws IOException, InterruptedException {
    feed();
    Account again = feed();

    assertThat(again.isComplete()).isTrue();
    assertThat(again.total()).isEqualTo(new Counts(3, 0, 2, 1));
    assertThat(again.patients().all()).isEqualTo(new Counts(1, 0, 1, 0));
  }

  @Test
  void waitsAsLongAsAnOverloadedServerAsks() throws IOException, InterruptedException {
    vigil.fail(Failure.overloaded(3), Failure.overloaded(2));

    assertThat(feed().isComplete()).isTrue();
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2));
  }

  @Test
  void sendsTheSameAgainWhenTheConnectionIsLost() throws IOException, InterruptedException {
    vigil.fail(Failure.lostConnection(), Failure.status(500));

    assertThat(feed().total()).isEqualTo(new Counts(3, 2, 0, 1));
    assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void sendsAgainOnlyTheEntriesThatCouldNotBeTaken() throws IOException, InterruptedException {
    vigil.tooBusyFor(2);

    assertThat(feed().total()).isEqualTo(new Counts(3, 2, 0, 1));
    assertThat(vigil.bundleSizes()).containsExactly(1, 3, 2);
  }

  @Test
  void sendsHalvesOfWhatIsTooLarge() throws IOException, InterruptedException {
    vigil.accept(1_200);

    Account account = feed();

    assertThat(account.isComplete()).isTrue();
    assertThat(vigil.bundleSizes()).contains(1).doesNotContain(3);
  }

  @Test
  void aPatientWhoIsRefusedGetsNoVitalSigns() throws IOException, InterruptedException {
    vigil.fail(Failure.status(422));

    Account account = feed();

    assertThat(account.isComplete()).isTrue();
    assertThat(account.total()).isEqualTo(new Counts(3, 0, 0, 3));
    assertThat(account.lines())
        .allSatisfy(line -> assertThat(line.reasons()).containsKey("the patient was refused, 422"));
    assertThat(vigil.bundleSizes()).isEmpty();
  }

  @Test
  void givesUpWhenTheServerStaysAway() {
    for (int i = 0; i < 100; i++) {
      vigil.fail(Failure.overloaded(10));
    }

    assertThatThrownBy(this::feed)
        .isInstanceOf(GaveUp.class)
        .hasMessage("Vigil answers 503, for 60 s");
    assertThat(pauses).hasSize(6);
  }

  @Test
  void leavesWhatWasNotAnsweredUnaccountedFor() throws IOException, InterruptedException {
    Account account = new Account();
    Folder folder = Folder.of(files);
    folder.count(account);
    vigil.fail(Failure.status(403));
    VigilFhir fhir = new VigilFhir(vigil.url(), "token", Duration.ofMinutes(1), waiting);

    assertThatThrownBy(
            () -> folder.feed(1, new Delivery(fhir), new BundleLimits(500_000, 100), account))
        .isInstanceOf(GaveUp.class);

    assertThat(account.isComplete()).isFalse();
    assertThat(account.total().unaccounted()).isEqualTo(3);
  }

  @Test
  void namesABrokenFileByItsPlaceAndNotByItsName() throws IOException {
    SyntheaFiles.write(files, "Mira9_Muster7.json", "{");

    assertThatThrownBy(this::feed)
        .isInstanceOf(NotSynthea.class)
        .hasMessageStartingWith("file 1 of 2 (by name)")
        .hasMessageNotContaining("Muster7");
  }

  @Test
  void looksIntoTheFolderThatSyntheaMakes() throws IOException {
    assertThat(Folder.of(files).files()).hasSize(1);
    Files.createDirectory(files.resolve("fhir"));
    assertThat(Folder.of(files).files()).isEmpty();
  }
}
