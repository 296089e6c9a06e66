package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A patient with an unmistakable text in every personal field lives a stay, is shown everywhere,
 * and is erased: afterwards nothing that outlasts the process holds any of it, in whatever form.
 */
class ErasureIT {
  private static final String MRN = "XYZZY-774411";
  private static final String FAMILY = "Quixotley";
  private static final String GIVEN = "Zebulonia";
  private static final String BORN = "1931-07-19";
  private static final String LABEL = "Labelmarkus";
  private static final String PLANNED = "planmarkerreason";
  private static final String CORRECTED = "correctionmarkerreason";
  private static final String RETRACTED = "retractionmarkerreason";
  private static final String BOOKED = "bookingmarkerreason";
  private static final String CANCELLED = "cancellationmarkerreason";
  private static final String REFERENCE = "referencemarkerletter";
  private static final Traces TRACES =
      new Traces(
          List.of(
              MRN, FAMILY, GIVEN, BORN, LABEL, PLANNED, CORRECTED, RETRACTED, BOOKED, CANCELLED,
              REFERENCE));
  private static final String WARD = "E";

  @TempDir private Path folder;

  @Test
  void whoIsErasedIsInNoTableFileLogOrExportAndTheFactsRemain()
      throws IOException, InterruptedException, NoSuchAlgorithmException, SQLException {
    try (Workplace workplace = Workplace.in(folder)) {
      String patient;
      long observations;
      try (Vigil vigil = workplace.start(settings())) {
        Http http = vigil.http();
        patient = liveAStay(http);
        observations = observations(http, patient);
        assertThat(TRACES.in(lookEverywhere(vigil, patient))).as("what is shown").isNotEmpty();
        erase(vigil, patient);
        assertThat(TRACES.in(lookEverywhere(vigil, patient))).as("what is shown").isEmpty();
        assertThat(TRACES.in(vigil.log().getBytes(UTF_8))).as("the log").isEmpty();
      }
      try (Vigil again = workplace.start(settings())) {
        Http http = again.http();
        assertThat(TRACES.in(lookEverywhere(again, patient))).as("after a start").isEmpty();
        assertThat(observations(http, patient)).isEqualTo(observations);
        assertThatTheLogIsWholeAndRebuilds(again);
      }
      assertThat(inTables(workplace)).isEmpty();
      // Stopping it writes what PostgreSQL has in memory, as a checkpoint does.
      workplace.restartDatabase();
      assertThat(TRACES.under(folder)).isEmpty();
    }
  }

  private String liveAStay(Http http) throws IOException, InterruptedException {
    Patients patients = new Patients(http);
    String patient =
        http.post("/patients", Map.of("temporaryLabel", LABEL)).expect(201).text("patientId");
    patients.admit(patient, WARD, "1", Instant.now().minusSeconds(60));
    http.post(
            "/patients/" + patient + "/identification",
            Map.of(
                "mrn",
                MRN,
                "familyName",
                FAMILY,
                "givenName",
                GIVEN,
                "birthDate",
                BORN,
                "sex",
                "FEMALE"))
        .expect(200);
    String sets = "/patients/" + patient + "/observations/";
    String wrong = observe(patients, patient, "1");
    String other = observe(patients, patient, "2");
    Map<String, Object> correction = Patients.well(Instant.now(), "3");
    correction.remove("messageId");
    correction.put("reason", CORRECTED);
    http.post(sets + wrong + "/correction", correction).expect(200);
    http.post(sets + other + "/retraction", Map.of("reason", RETRACTED)).expect(200);
    book(http, patient);
    http.post("/patients/" + patient + "/discharge", Map.of()).expect(200);
    return patient;
  }

  private static String observe(Patients patients, String patient, String message)
      throws IOException, InterruptedException {
    return patients
        .observe(patient, Patients.critical(Instant.now(), message))
        .expect(201)
        .text("observationId");
  }

  private static void book(Http http, String patient) throws IOException, InterruptedException {
    Instant start = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    String appointment =
        http.post(
                "/appointments",
                Map.of(
                    "patientId",
                    patient,
                    "practitionerId",
                    "dr-e",
                    "start",
                    start.toString(),
                    "end",
                    start.plus(30, ChronoUnit.MINUTES).toString(),
                    "reason",
                    BOOKED))
            .expect(201)
            .text("appointmentId");
    http.post("/appointments/" + appointment + "/cancellation", Map.of("reason", CANCELLED))
        .expect(200);
  }

  private void erase(Vigil vigil, String patient) throws IOException, InterruptedException {
    String erasure = "/patients/" + patient + "/erasure";
    vigil.http().post(erasure, Map.of("reason", "COURT_ORDER", "reference", REFERENCE)).expect(202);
    Http second = new Http(vigil.url(), anotherSupervisor(vigil));
    second.post(erasure + "/confirmation", Map.of()).expect(200);
  }

  private static Supplier<String> anotherSupervisor(Vigil vigil) {
    TokenRequest request =
        TokenRequest.of("another").from("e2e").as("supervisor", TokenRequest.EVERY_WARD);
    return () -> DemoIssuer.in(vigil.issuer()).token(request);
  }

  /** Everything that can be asked about the patient, and the export, which stays as a file. */
  private byte[] lookEverywhere(Vigil vigil, String patient)
      throws IOException, InterruptedException {
    Http http = vigil.http();
    StringBuilder shown = new StringBuilder();
    for (String path :
        List.of(
            "/patients/" + patient,
            "/patients/" + patient + "?asOf=" + Instant.now().minusMillis(1),
            "/patients/" + patient + "/history?limit=100",
            "/patients/" + patient + "/observations",
            "/patients/" + patient + "/chart",
            "/patients/" + patient + "/erasure",
            "/wards/" + WARD + "/board",
            "/alerts?ward=" + WARD,
            "/audit/log?limit=100",
            "/practitioners/dr-e/appointments")) {
      shown.append(http.get(path).expect(200).body());
    }
    shown.append(http.post("/patients/search", Map.of("mrn", MRN)).expect(200).body());
    shown.append(http.post("/patients/search", Map.of("name", FAMILY)).expect(200).body());
    Path export = Files.createTempFile(folder, "export", ".ndjson");
    String id = http.post("/audit/exports", Map.of("reason", "test")).expect(201).text("id");
    Files.writeString(export, raw(vigil, "GET", "/audit/exports/" + id + "/events"));
    return shown.toString().getBytes(UTF_8);
  }

  private static long observations(Http http, String patient)
      throws IOException, InterruptedException {
    JsonNode chart =
        http.get("/patients/" + patient + "/observations").expect(200).body().path("items");
    assertThat(chart).isNotEmpty();
    return chart.size();
  }

  private static void assertThatTheLogIsWholeAndRebuilds(Vigil vigil)
      throws IOException, InterruptedException {
    assertThat(raw(vigil, "GET", "/audit/verification")).contains("\"intact\":true");
    for (String name : List.of("patient-chart", "ward-board", "alert-inbox", "day-list")) {
      String projection = "/operations/projections/" + name;
      assertThat(raw(vigil, "POST", projection + "/verification")).contains("\"equal\":true");
    }
    raw(vigil, "POST", "/operations/projections/patient-chart/rebuild");
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

  /** Every column of every row, as text. */
  private static List<String> inTables(Workplace workplace) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = workplace.database().ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (row.next()) {
            TRACES
                .in(row.getString(1).getBytes(UTF_8))
                .forEach(trace -> found.add(table + ": " + trace));
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname LIKE 'vigil%'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  private Map<String, String> settings() throws NoSuchAlgorithmException, IOException {
    Path key = folder.resolve("checkpoints.pem");
    if (!Files.exists(key)) {
      byte[] secret =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      Files.writeString(
          key,
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getEncoder().encodeToString(secret)));
    }
    return Map.of(
        "vigil.erasure.ledger-folder", folder.resolve("erasures").toString(),
        "vigil.log.checkpoints.folder", folder.resolve("checkpoints").toString(),
        "vigil.log.checkpoints.key-file", key.toString());
  }
}
