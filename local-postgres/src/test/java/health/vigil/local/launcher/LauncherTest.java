package health.vigil.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.issuer.DemoIssuer;
import health.vigil.local.DataFolder;
import health.vigil.local.LocalPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {

  @TempDir private static Path template;
  @TempDir private Path home;
  private FakeProject project;
  private int port;

  @BeforeAll
  static void makeData() {
    LocalPostgres.in(template).notDurable().start().close();
  }

  @BeforeEach
  void buildProject() throws IOException {
    project = FakeProject.in(home);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  private Launch launch(String verb, Map<String, String> settings) throws IOException {
    return Launch.of(project, verb, port, settings);
  }

  private Launch demo() throws IOException {
    if (!Files.exists(project.data())) {
      project.startedBefore(template);
    }
    return launch("demo", Map.of());
  }

  /** A demo in which everything has come up. */
  private Launch runningDemo() throws IOException {
    Launch launch = demo().untilItRuns();
    awaitBeds();
    return launch;
  }

  private void awaitBeds() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> project.order().stream().anyMatch(line -> line.startsWith("simulator")));
  }

  @Test
  void theDemoStartsInOrderStopsInOrderAndGoesOnWhereItWas()
      throws IOException, InterruptedException, SQLException {
    Launch first = launch("demo", Map.of()).untilItRuns();
    awaitBeds();
    assertThat(first.text())
        .contains("http://127.0.0.1:" + port + "/api/v1/wards/A/board")
        .contains("TOKEN=$(./vigil token nurse --ward A)")
        .contains("/q/swagger-ui");
    assertThat(first.afterSignal("INT")).isZero();
    assertThat(project.order())
        .containsExactly(
            "migrated",
            "application started",
            "simulator started --url http://127.0.0.1:"
                + port
                + " --issuer "
                + project.data().resolve("demo-issuer"),
            "simulator stopped",
            "application stopped");
    assertThat(project.data().resolve("postgres/postmaster.pid")).doesNotExist();

    assertThat(demo().untilItRuns().afterSignal("TERM")).isZero();
    try (LocalPostgres server = LocalPostgres.in(project.data()).start();
        var connection = server.ownerDataSource().getConnection();
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM vigil.starts")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void servingHasNoSimulatedBeds() throws IOException, InterruptedException {
    project.startedBefore(template);
    assertThat(launch("serve", Map.of("VIGIL_ISSUER", "demo")).untilItRuns().afterSignal("INT"))
        .isZero();

    assertThat(project.order())
        .containsExactly("migrated", "application started", "application stopped");
  }

  @Test
  void whereItRunsIsToldToTheUserOnlyAndAsLongAsItRuns()
      throws IOException, InterruptedException, SQLException {
    Path file = project.data().resolve("run/running.properties");
    try (Launch launch = demo().untilItRuns()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      Properties told = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        told.load(reader);
      }
      assertThat(told.getProperty("address")).isEqualTo("http://127.0.0.1:" + port);
      DriverManager.getConnection(
              told.getProperty("database.url"),
              told.getProperty("database.user"),
              told.getProperty("database.password"))
          .close();
      assertThat(launch.afterSignal("INT")).isZero();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void theDatabaseAloneIsThereForWhoRestoresSomething() throws IOException, InterruptedException {
    project.startedBefore(template);
    try (Launch launch = launch("database", Map.of()).untilItRuns()) {
      assertThat(launch.text()).contains("without an application at jdbc:postgresql://127.0.0.1:");
      assertThat(project.data().resolve("run/running.properties")).exists();
      assertThat(launch.afterSignal("INT")).isZero();
    }
    assertThat(project.data().resolve("run/running.properties")).doesNotExist();
    assertThat(project.order()).containsExactly("migrated");
  }

  @Test
  void migratingDoesNoMore() throws IOException, InterruptedException {
    assertThat(launch("migrate", Map.of()).end()).isZero();

    assertThat(project.order()).containsExactly("migrated");
  }

  @Test
  void theApplicationGetsTheServingRoleAndASecretOnlyTheUserCanRead()
      throws IOException, InterruptedException {
    try (Launch launch = demo().untilItRuns()) {
      String environment = Files.readString(project.notes().resolve("application.environment"));
      Path key = project.data().resolve("keys/mrn.key");

      assertThat(environment)
          .contains("QUARKUS_DATASOURCE_USERNAME=vigil_app")
          .contains("VIGIL_MRN_KEY_FILE=" + key)
          .doesNotContain("vigil_owner", "VIGIL_OWNER");
      assertThat(Files.readString(key)).matches("[0-9a-f]{64}");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      assertThat(launch.process().isAlive()).isTrue();
    }
  }

  @Test
  void aMasterKeyForPersonalDataIsMadeOnce() throws IOException, InterruptedException {
    Path keys = project.data().resolve("keys/master.json");
    try (Launch launch = demo().untilItRuns()) {
      assertThat(Files.readString(project.notes().resolve("application.environment")))
          .contains("VIGIL_PERSONAL_MASTER_KEYS_FILE=" + keys);
      assertThat(launch.process().isAlive()).isTrue();
    }
    String made = Files.readString(keys);
    try (Launch launch = demo().untilItRuns()) {
      assertThat(launch.process().isAlive()).isTrue();
    }

    assertThat(Files.readString(keys)).isEqualTo(made).contains("AesGcmKey");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyForCheckpointsOfTheLogIsMadeOnceAndToldOf()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path key = project.data().resolve("keys/checkpoints.pem");
    try (Launch launch = demo().untilItRuns()) {
      assertThat(launch.text())
          .contains("Made the key that signs checkpoints of the log: " + key + ".");
    }
    byte[] made = Files.readAllBytes(key);
    try (Launch launch = demo().untilItRuns()) {
      assertThat(launch.text()).doesNotContain("Made the key");
    }

    assertThat(Files.readString(project.notes().resolve("application.environment")))
        .contains("VIGIL_LOG_CHECKPOINTS_KEY_FILE=" + key)
        .contains("VIGIL_LOG_CHECKPOINTS_FOLDER=" + project.data().resolve("checkpoints"));
    assertThat(key).hasBinaryContent(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(KeyFactory.getInstance("Ed25519").generatePrivate(spec(key))).isNotNull();
  }

  private static KeySpec spec(Path key) throws IOException {
    String text = Files.readString(key).replaceAll("-----[A-Z ]*-----", "");
    return new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.strip()));
  }

  @Test
  void theDemoHasAnIssuerOfItsOwnWhoseTokensOutliveARestart()
      throws IOException, InterruptedException {
    Path folder = project.data().resolve("demo-issuer");
    try (Launch launch = demo().untilItRuns()) {
      DemoIssuer issuer = DemoIssuer.find(folder).orElseThrow();

      assertThat(Files.readString(project.notes().resolve("application.environment")))
          .contains("VIGIL_SECURITY_ISSUER=" + issuer.address());
      try (var keys = issuer.address().resolve("jwks").toURL().openStream()) {
        assertThat(new String(keys.readAllBytes(), StandardCharsets.UTF_8)).contains("\"kid\"");
      }
      assertThat(launch.afterSignal("INT")).isZero();
    }
    byte[] keys = Files.readAllBytes(folder.resolve("keys.json"));
    try (Launch launch = demo().untilItRuns()) {
      assertThat(folder.resolve("keys.json")).hasBinaryContent(keys);
      assertThat(launch.process().isAlive()).isTrue();
    }
  }

  @Test
  void servingNeedsToKnowWhoseTokensToAccept() throws IOException, InterruptedException {
    Launch silent = launch("serve", Map.of());
    assertThat(silent.end()).isEqualTo(1);
    assertThat(silent.text())
        .startsWith("vigil: Nobody could use Vigil: set VIGIL_ISSUER to the address of your")
        .hasLineCount(1);

    Launch wrong = launch("serve", Map.of("VIGIL_ISSUER", "login.example.org"));
    assertThat(wrong.end()).isEqualTo(1);
    assertThat(wrong.text())
        .startsWith("vigil: VIGIL_ISSUER has to be the address of an OpenID Connect provider");

    Launch demo = launch("demo", Map.of("VIGIL_ISSUER", "https://login.example.org"));
    assertThat(demo.end()).isEqualTo(1);
    assertThat(demo.text()).contains("its own issuer only");
    assertThat(project.data()).doesNotExist();
  }

  @Test
  void aTakenPortIsNamed() throws IOException, InterruptedException {
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Launch launch = demo();

      assertThat(launch.end()).isEqualTo(1);
      assertThat(launch.text())
          .isEqualTo(
              "vigil: Port %d is taken by another program: stop that or set VIGIL_PORT to another port.\n"
                  .formatted(other.getLocalPort()));
    }
  }

  @Test
  void aFolderInUseIsNamed() throws IOException, InterruptedException {
    try (DataFolder folder = DataFolder.claim(project.data())) {
      Launch launch = demo();

      assertThat(launch.end()).isEqualTo(1);
      assertThat(launch.text())
          .isEqualTo(
              "vigil: The data folder "
                  + folder.path()
                  + " is in use by another Vigil that is running.\n");
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException, InterruptedException {
    Files.writeString(project.data(), "not a folder");
    Launch launch = demo();

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .isEqualTo(
            "vigil: The data folder "
                + project.data()
                + " cannot be used: there is a file of that name.\n");
  }

  @Test
  void aPortThatIsNoneIsNamed() throws IOException, InterruptedException {
    Launch launch = launch("demo", Map.of("VIGIL_PORT", "http"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text()).isEqualTo("vigil: VIGIL_PORT has to be a number from 1 to 65535.\n");
  }

  @Test
  void anApplicationThatNeverGetsReadyIsNamed() throws IOException, InterruptedException {
    project.startedBefore(template);
    Launch launch = launch("demo", Map.of("FAKE_APPLICATION", "broken"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains("vigil: The application ended before it was ready, with exit code 7: its log is");
    assertThat(project.data().resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void anApplicationThatDiesIsNamedAndTheOthersAreStopped()
      throws IOException, InterruptedException {
    Launch launch = runningDemo();

    try (var answer = URI.create("http://127.0.0.1:" + port + "/die").toURL().openStream()) {
      assertThat(answer.read()).isEqualTo(-1);
    } catch (IOException diedWhileAnswering) {
      assertThat(diedWhileAnswering).isNotNull();
    }

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains("vigil: The application ended by itself, with exit code 9: its log is");
    assertThat(project.order()).endsWith("simulator stopped");
  }

  @Test
  void aSimulatorThatEndsIsNamed() throws IOException, InterruptedException {
    project.startedBefore(template);
    Launch launch = launch("demo", Map.of("FAKE_SIMULATOR", "broken"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains("vigil: The ward simulator ended by itself, with exit code 8");
  }

  @Test
  void aPostgresThatDiesIsNamed() throws IOException, InterruptedException {
    Launch launch = demo().untilItRuns();
    String pid =
        Files.readAllLines(project.data().resolve("postgres/postmaster.pid")).get(0).strip();

    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text()).contains("vigil: PostgreSQL ended by itself");
  }

  @Test
  void aMigrationThatFailsIsNamed() throws IOException, InterruptedException {
    project.startedBefore(template);
    Launch launch = launch("demo", Map.of("FAKE_MIGRATION", "broken"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains("vigil: The schema could not be brought up to date: Migration 7 does not fit.");
  }

  @Test
  void whatAKilledLauncherLeftRunningIsStoppedByTheNext() throws IOException, InterruptedException {
    Launch killed = runningDemo();
    killed.process().destroyForcibly().waitFor();

    try (Launch next = demo().untilItRuns()) {
      assertThat(next.text()).contains("Ctrl-C stops it");
      assertThat(project.order()).contains("application stopped", "simulator stopped");
    }
  }

  @Test
  void withADatabaseOfOnesOwnTheServingRoleIsMadeThere()
      throws IOException, InterruptedException, SQLException {
    Path folder = home.resolve("elsewhere");
    try (LocalPostgres elsewhere = LocalPostgres.in(folder).notDurable().start()) {
      String url = elsewhere.url().replace("/vigil", "/postgres");
      Map<String, String> settings =
          Map.of(
              "VIGIL_DATABASE_URL",
              url,
              "VIGIL_DATABASE_USER",
              "postgres",
              "VIGIL_DATABASE_PASSWORD",
              superuserPassword(folder),
              "VIGIL_SERVING_USER",
              "vigil_web",
              "VIGIL_ISSUER",
              "https://login.example.org/realms/hospital");

      assertThat(launch("serve", settings).untilItRuns().afterSignal("INT")).isZero();
      assertThat(launch("serve", settings).untilItRuns().afterSignal("INT")).isZero();

      String environment = Files.readString(project.notes().resolve("application.environment"));
      assertThat(environment)
          .contains("QUARKUS_DATASOURCE_USERNAME=vigil_web")
          .contains("VIGIL_SECURITY_ISSUER=https://login.example.org/realms/hospital")
          .doesNotContain("VIGIL_DATABASE", superuserPassword(folder));
      assertThat(project.data().resolve("postgres")).doesNotExist();
      String password =
          environment
              .lines()
              .filter(line -> line.startsWith("QUARKUS_DATASOURCE_PASSWORD="))
              .map(line -> line.substring(line.indexOf('=') + 1))
              .findFirst()
              .orElseThrow();
      try (var connection = DriverManager.getConnection(url, "vigil_web", password);
          var rows =
              connection.createStatement().executeQuery("SELECT count(*) FROM vigil.starts")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(2);
      }
    }
  }

  private static String superuserPassword(Path folder) throws IOException {
    Properties passwords = new Properties();
    try (var file = Files.newBufferedReader(folder.resolve("keys/postgres.properties"))) {
      passwords.load(file);
    }
    return passwords.getProperty("superuser");
  }

  @Test
  void aUserThatMayNotMakeTheServingRoleIsToldWhatToDo() throws IOException, InterruptedException {
    try (LocalPostgres elsewhere =
        LocalPostgres.in(home.resolve("elsewhere")).notDurable().start()) {
      Launch launch =
          launch(
              "serve",
              Map.of(
                  "VIGIL_DATABASE_URL", elsewhere.url(),
                  "VIGIL_DATABASE_USER", elsewhere.owner().user(),
                  "VIGIL_DATABASE_PASSWORD", elsewhere.owner().password(),
                  "VIGIL_SERVING_USER", "vigil_web",
                  "VIGIL_ISSUER", "https://login.example.org"));

      assertThat(launch.end()).isEqualTo(1);
      assertThat(launch.text())
          .contains(
              "vigil: The user of VIGIL_DATABASE_USER may not make the role vigil_web:"
                  + " make it yourself and set VIGIL_SERVING_USER and VIGIL_SERVING_PASSWORD.");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword()
      throws IOException, InterruptedException {
    Launch launch =
        launch(
            "serve",
            Map.of(
                "VIGIL_DATABASE_URL", "postgresql://127.0.0.1:" + port + "/vigil?password=hidden",
                "VIGIL_DATABASE_USER", "someone",
                "VIGIL_DATABASE_PASSWORD", "confidential",
                "VIGIL_ISSUER", "https://login.example.org"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains(
            "vigil: The PostgreSQL at jdbc:postgresql://127.0.0.1:"
                + port
                + "/vigil cannot be used")
        .doesNotContain("hidden", "confidential");
  }

  @Test
  void theDemosTokensAreNotAcceptedOnADatabaseOfOnesOwn() throws IOException, InterruptedException {
    Launch launch =
        launch(
            "serve",
            Map.of(
                "VIGIL_DATABASE_URL", "postgresql://127.0.0.1:" + port + "/vigil",
                "VIGIL_DATABASE_USER", "someone",
                "VIGIL_DATABASE_PASSWORD", "confidential",
                "VIGIL_ISSUER", "demo"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text()).startsWith("vigil: With VIGIL_DATABASE_URL VIGIL_ISSUER may not be");
  }

  @Test
  void aDatabaseAddressThatIsNoneIsNamed() throws IOException, InterruptedException {
    Launch launch =
        launch(
            "serve",
            Map.of(
                "VIGIL_DATABASE_URL", "mysql://somewhere",
                "VIGIL_DATABASE_USER", "someone",
                "VIGIL_DATABASE_PASSWORD", "confidential",
                "VIGIL_ISSUER", "https://login.example.org"));

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .isEqualTo(
            "vigil: VIGIL_DATABASE_URL has to look like jdbc:postgresql://host:5432/vigil.\n");
  }
}
