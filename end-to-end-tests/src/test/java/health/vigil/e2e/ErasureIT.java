package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import health.vigil.personal.backup.BackupSecret;
import health.vigil.personal.backup.KeyBackup;
import health.vigil.store.chain.ChainVerifier;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A patient with an unmistakable text in every personal field lives a stay, is shown everywhere,
 * and is erased: afterwards nothing that outlasts the process holds any of it, in whatever form,
 * and a database of before the erasure brings nobody back.
 */
@Execution(ExecutionMode.CONCURRENT)
class ErasureIT {
  private static final Traces TRACES = new Traces(UnmistakablePatient.TEXTS);
  private static final List<String> READ_MODELS =
      List.of("patient-chart", "ward-board", "alert-inbox", "day-list");

  /** What cannot be handled is parked, and all that comes later of the same, texts included. */
  private static final String FAIL =
      """
      CREATE FUNCTION vigil.fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''fails''; END';
      CREATE TRIGGER fail BEFORE INSERT ON vigil.sagas FOR EACH ROW WHEN (NEW.saga_type ILIKE '%no%show%')
        EXECUTE FUNCTION vigil.fail()
      """;

  private static final String FAIL_NO_LONGER =
      "DROP TRIGGER fail ON vigil.sagas; DROP FUNCTION vigil.fail()";

  private static final String TABLE_OF_KEYS = "vigil_keys.patient_key";

  /** Where personal data of a patient in bed lies, by what it is about. */
  private static final List<String> TOLD_OF =
      List.of(
          "vigil.events",
          "vigil.snapshots",
          "vigil.sagas",
          "vigil.scheduled_tasks",
          "vigil.dead_letters",
          "vigil.patient_directory",
          TABLE_OF_KEYS);

  private static final String OTHER = "F";
  private static final String OLD_MASTER = "master-of-2026";
  private static final String NEW_MASTER = "master-of-2027";
  private static final String KEYS = "keys.backup";
  private static final String EXPIRED = "expired.backup";

  @TempDir private Path folder;

  /**
   * @param other the id of somebody who is not erased
   * @param places where to look for the patient
   * @param inBed when the patient had a bed
   */
  private record Told(
      UnmistakablePatient patient, String other, Map<String, String> places, Instant inBed) {}

  @Test
  void whoIsErasedIsNowhereTheFactsRemainAndNoBackupUndoesIt()
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    try (Workplace workplace = Workplace.in(folder)) {
      MasterKeyStore masters = MasterKeyStore.in(folder);
      masters.add(OLD_MASTER);
      Path backup = folder.resolve("backup");
      Told told;
      long observations;
      try (Vigil vigil = workplace.start(settings(OLD_MASTER))) {
        told = liveAStay(workplace, vigil);
        observations = told.patient().observations();
        assertThatEveryTextIsShown(vigil, told);
        copyBehindItsBack(workplace, vigil, backup);
        backUpKeys(workplace);
        confirmErasure(vigil, told);
        assertThat(shown(vigil, told)).as("what is shown").isEmpty();
        assertThat(told.patient().observations()).isEqualTo(observations);
        assertThatTheLogIsWholeAndRebuilds(vigil);
        assertThat(TRACES.in(vigil.log().getBytes(UTF_8))).as("the log").isEmpty();
      }
      assertThatNothingIsKept(workplace);
      workplace.restoreDatabase(backup);
      bringBackKeys(workplace);
      masters.add(NEW_MASTER);
      assertThatTheErasureHoldsAgain(workplace, told, observations);
      assertThatNothingIsKept(workplace);
    }
  }

  private Told liveAStay(Workplace workplace, Vigil vigil)
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    Tables tables = new Tables(workplace.database());
    UnmistakablePatient patient = UnmistakablePatient.admitted(vigil.http());
    String alert = patient.fallIll();
    tables.execute(FAIL);
    String parked = patient.book(1);
    eventually("it is parked").until(() -> !workplace.readModels().parked().isEmpty());
    tables.execute(FAIL_NO_LONGER);
    String booked = patient.book(2);
    assertThatItIsSealed(workplace, List.of(patient.id(), booked, stay(workplace)));
    assertThat(tables.with(searchTokens())).as("what the search goes by").isNotEmpty();
    Instant inBed = Instant.now();
    patient.cancel(parked);
    patient.cancel(booked);
    patient.discharge();
    patient.askForErasure();
    Map<String, String> places = patient.places(alert, booked);
    places.put("name", "patient-chart");
    places.put("id", correlation(workplace));
    return new Told(patient, new Patients(vigil.http()).register(OTHER, "1"), places, inBed);
  }

  private static String stay(Workplace workplace) {
    return workplace.log().of("StayOpened").get(0).text("stayId");
  }

  private static String correlation(Workplace workplace) {
    return workplace.log().of("PatientIdentified").get(0).metadata().path("correlationId").asText();
  }

  /** Whoever reads the tables while the patient is there finds events and no text. */
  private static void assertThatItIsSealed(Workplace workplace, List<String> about)
      throws SQLException {
    Tables tables = new Tables(workplace.database());
    eventually("it is told of everywhere")
        .untilAsserted(() -> assertThat(tables.naming(about)).containsAll(TOLD_OF));
    assertThat(tables.with(TRACES)).isEmpty();
  }

  private void assertThatEveryTextIsShown(Vigil vigil, Told told)
      throws IOException, InterruptedException {
    List<String> shown = shown(vigil, told);
    assertThat(UnmistakablePatient.TEXTS)
        .allSatisfy(text -> assertThat(shown).contains("'" + text + "' in UTF-8"));
  }

  private List<String> shown(Vigil vigil, Told told) throws IOException, InterruptedException {
    return TRACES.in(new Everywhere(vigil, told.places(), told.inBed()).shown(folder));
  }

  /** The application goes on when the database is there again. */
  private static void copyBehindItsBack(Workplace workplace, Vigil vigil, Path backup)
      throws IOException {
    workplace.copyDatabase(backup);
    Map<String, String> reason = Map.of("reason", "is it back?");
    eventually("it records again")
        .ignoreExceptions()
        .until(() -> vigil.http().post("/audit/exports", reason).status() == 201);
  }

  /** One backup that holds, and one that has expired. */
  private void backUpKeys(Workplace workplace)
      throws IOException, InterruptedException, SQLException {
    assertThat(keys(workplace).run("backup", "--to", KEYS)).contains("0 patients are erased");
    BackupSecret secret = new BackupSecret(Files.readAllBytes(folder.resolve("mrn.key")));
    Instant earlier = Instant.now().minus(Duration.ofDays(31));
    new KeyBackup(workplace.database().servingDataSource(), secret)
        .write(folder.resolve(EXPIRED), earlier, Duration.ofDays(30), (done, of) -> {});
  }

  /** Into a log without keys, as one is that was dumped without them. */
  private void bringBackKeys(Workplace workplace)
      throws IOException, InterruptedException, SQLException {
    new Tables(workplace.database()).execute("DELETE FROM vigil_keys.patient_key");
    assertThat(keys(workplace).refused("restore", EXPIRED)).contains("expired");
    assertThat(workplace.log().number("SELECT count(*) FROM vigil_keys.patient_key")).isZero();
    assertThat(keys(workplace).run("restore", KEYS)).contains("erased        1, who stay erased");
  }

  private KeyVerbs keys(Workplace workplace) {
    return new KeyVerbs(
        workplace.database(), folder, folder.resolve("mrn.key"), folder.resolve("erasures"));
  }

  private static void confirmErasure(Vigil vigil, Told told)
      throws IOException, InterruptedException {
    TokenRequest another =
        TokenRequest.of("another").from("e2e").as("supervisor", TokenRequest.EVERY_WARD);
    Supplier<String> token = () -> DemoIssuer.in(vigil.issuer()).token(another);
    new Http(vigil.url(), token)
        .post("/patients/" + told.patient().id() + "/erasure/confirmation", Map.of())
        .expect(200);
  }

  private static void assertThatTheLogIsWholeAndRebuilds(Vigil vigil)
      throws IOException, InterruptedException {
    assertThat(raw(vigil, "GET", "/audit/verification")).contains("\"intact\":true");
    for (String name : READ_MODELS) {
      String projection = "/operations/projections/" + name;
      assertThat(raw(vigil, "POST", projection + "/verification")).contains("\"equal\":true");
      raw(vigil, "POST", projection + "/rebuild");
      eventually("rebuild of " + name)
          .until(() -> raw(vigil, "GET", projection).contains("\"state\":\"DONE\""));
    }
  }

  /**
   * In no table, and in no file, whatever PostgreSQL has left behind in its pages and its WAL. The
   * words by which the name was found, which are keyed, are in no table; pages are rid of them by a
   * rebuild or by VACUUM FULL, and the WAL as its files are used again.
   */
  private void assertThatNothingIsKept(Workplace workplace)
      throws SQLException, IOException, GeneralSecurityException {
    Tables tables = new Tables(workplace.database());
    Traces words = searchTokens();
    assertThat(tables.with(TRACES)).isEmpty();
    assertThat(tables.with(words)).isEmpty();
    tables.execute("VACUUM FULL vigil.patient_directory");
    // Stopping it writes what PostgreSQL has in memory, as a checkpoint does.
    workplace.restartDatabase();
    assertThat(TRACES.under(folder)).isEmpty();
    assertThat(words.under(folder.resolve("data/postgres/base"))).isEmpty();
  }

  /** What stands for the name and the number where they are searched. */
  private Traces searchTokens() throws IOException, GeneralSecurityException {
    return new Traces(
        UnmistakablePatient.searchTokens(Files.readAllBytes(folder.resolve("mrn.key"))));
  }

  private void assertThatTheErasureHoldsAgain(Workplace workplace, Told told, long observations)
      throws IOException, InterruptedException, NoSuchAlgorithmException, SQLException {
    assertThat(workplace.log().of("PatientErased")).as("in the restored log").isEmpty();
    new Tables(workplace.database()).execute("UPDATE vigil.log_head SET epoch = DEFAULT");
    Map<String, String> settings = settings(NEW_MASTER);
    settings.put("vigil.erasure.required", "true");
    try (Vigil vigil = workplace.start(settings)) {
      assertThat(shown(vigil, told)).as("after the restore").isEmpty();
      assertThat(vigil.http().get("/patients/" + told.other()).expect(200).body().toString())
          .contains("Muster");
      assertThat(workplace.log().of("PatientErased")).hasSize(1);
      eventually("the read models tell it")
          .until(() -> workplace.readModels().caughtUp(workplace.log().head()));
      assertThat(told.patient().seenBy(vigil.http()).observations()).isEqualTo(observations);
      assertThatKeysAreWrappedAnew(workplace, vigil);
      assertThat(vigil.http().get("/patients/" + told.other()).expect(200).body().toString())
          .contains("Muster");
      assertThat(TRACES.in(vigil.log().getBytes(UTF_8))).as("the log").isEmpty();
    }
    assertThat(new ChainVerifier(workplace.database().servingDataSource()).all().flaws()).isEmpty();
  }

  /** The old master key may go from the store, and no event was touched. */
  private void assertThatKeysAreWrappedAnew(Workplace workplace, Vigil vigil)
      throws IOException, InterruptedException, SQLException {
    long head = workplace.log().head();
    raw(vigil, "POST", "/operations/keys/rewrapping");
    MasterKeyStore.in(folder).remove(OLD_MASTER);
    Tables tables = new Tables(workplace.database());
    assertThat(tables.naming(List.of(OLD_MASTER))).doesNotContain(TABLE_OF_KEYS);
    assertThat(tables.naming(List.of(NEW_MASTER))).contains(TABLE_OF_KEYS);
    assertThat(workplace.log().head()).isEqualTo(head);
  }

  private static ConditionFactory eventually(String what) {
    return await(what).atMost(Duration.ofMinutes(1));
  }

  private static String raw(Vigil vigil, String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(vigil.url().resolve("/api/v1" + path))
            .header("Authorization", "Bearer " + vigil.token())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + ": " + response.body()).isBetween(200, 202);
    return response.body();
  }

  /** Each load makes a snapshot, and what can not be handled is parked at once. */
  private Map<String, String> settings(String master) throws NoSuchAlgorithmException, IOException {
    Map<String, String> settings = new HashMap<>(MasterKeyStore.in(folder).settings(master));
    settings.put("vigil.erasure.ledger-folder", folder.resolve("erasures").toString());
    settings.put("vigil.log.checkpoints.folder", folder.resolve("checkpoints").toString());
    settings.put("vigil.log.checkpoints.key-file", signingKey().toString());
    settings.put("vigil.axon.memory.aggregates", "0");
    settings.put("vigil.axon.snapshots.events", "1");
    settings.put("vigil.axon.processors.\"no-show\".attempts", "1");
    return settings;
  }

  private Path signingKey() throws NoSuchAlgorithmException, IOException {
    Path key = folder.resolve("checkpoints.pem");
    if (!Files.exists(key)) {
      byte[] secret =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      Files.writeString(
          key,
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getEncoder().encodeToString(secret)));
    }
    return key;
  }
}
