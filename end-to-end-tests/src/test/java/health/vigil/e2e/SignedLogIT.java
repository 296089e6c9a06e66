package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.CheckpointLines;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.chain.Verification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Checkpoints of the log, signed by an application that is killed, stopped and lied to. */
@Execution(ExecutionMode.CONCURRENT)
class SignedLogIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int KILLS = 3;

  @TempDir private Path folder;
  private Path key;
  private Path checkpoints;

  @BeforeEach
  void makeKey() throws NoSuchAlgorithmException, IOException {
    byte[] secret =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    key =
        Files.writeString(
            folder.resolve("checkpoints.pem"),
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(secret)));
    checkpoints = folder.resolve("checkpoints");
  }

  private Map<String, String> signing(String every) {
    return Map.of(
        "vigil.log.checkpoints.folder", checkpoints.toString(),
        "vigil.log.checkpoints.key-file", key.toString(),
        "vigil.log.checkpoints.every", every);
  }

  @Test
  void whatWasSignedHoldsThroughKillsAndWhoTampersIsTold()
      throws IOException, InterruptedException, SQLException {
    try (Workplace workplace = Workplace.in(folder)) {
      for (int round = 1; round <= KILLS; round++) {
        killWhileItSigns(workplace, round);
      }
      long head = stopInOrder(workplace);

      assertThat(signed().get(signed().size() - 1).position()).isGreaterThanOrEqualTo(head);
      Verification found = verified(workplace);
      assertThat(found.flaws()).isEmpty();
      assertThat(found.last()).isEqualTo(workplace.log().head());

      changeTheNewestEvent(workplace);
      assertThatItIsToldAndNotSigned(workplace);
    }
  }

  private void killWhileItSigns(Workplace workplace, int round)
      throws IOException, InterruptedException {
    int before = signed().size();
    try (Vigil vigil = workplace.start(signing("0.1s"))) {
      Patients patients = new Patients(vigil.http());
      String patient = patients.admit("C", String.valueOf(round));
      for (int set = 0; signed().size() < before + 3; set++) {
        assertThat(set).as("sets until three more checkpoints are signed").isLessThan(5_000);
        patients.observe(patient, Patients.well(Instant.now(), round + ":" + set)).expect(201);
      }
      vigil.kill();
    }
  }

  /** Signs seldom, so that it is the stop that signs what is new; returns how far that is. */
  private long stopInOrder(Workplace workplace) throws IOException, InterruptedException {
    try (Vigil vigil = workplace.start(signing("1h"))) {
      await().atMost(SOON).until(() -> isWell(vigil));
      new Patients(vigil.http()).admit("C", "last");
      return workplace.log().head();
    }
  }

  private void changeTheNewestEvent(Workplace workplace) throws SQLException {
    try (Connection connection = workplace.database().ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          ALTER TABLE vigil.events DISABLE TRIGGER refuse_change;
          UPDATE vigil.events SET metadata = (metadata::text || ' ')::json
            WHERE position = (SELECT position FROM vigil.log_head);
          ALTER TABLE vigil.events ENABLE TRIGGER refuse_change;
          """);
    }
  }

  private void assertThatItIsToldAndNotSigned(Workplace workplace)
      throws IOException, InterruptedException {
    long changed = workplace.log().head();
    int before = signed().size();
    try (Vigil vigil = workplace.start(signing("0.1s"))) {
      await()
          .atMost(SOON)
          .until(
              () -> health(vigil).contains("At position " + changed + ": the hash does not fit"));
      assertThat(isWell(vigil)).isFalse();
      new Patients(vigil.http()).admit("C", "afterwards");
      assertThat(vigil.log())
          .contains("The log is broken and is not signed. At position " + changed);
    }
    assertThat(signed()).hasSize(before);
  }

  private Verification verified(Workplace workplace) throws IOException, InterruptedException {
    return new ChainVerifier(workplace.database().servingDataSource())
        .against(signed(), List.of(SigningKey.read(key).verifyingKey()))
        .all();
  }

  private List<Checkpoint> signed() throws IOException {
    if (!Files.exists(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      CheckpointLines lines = CheckpointLines.read(files.findFirst().orElseThrow());
      assertThat(lines.broken()).hasSizeLessThanOrEqualTo(KILLS);
      return lines.checkpoints();
    }
  }

  private static boolean isWell(Vigil vigil) throws IOException, InterruptedException {
    for (JsonNode check : Http.JSON.readTree(health(vigil)).path("checks")) {
      if (check.path("name").asText().equals("log checkpoints")) {
        return check.path("status").asText().equals("UP");
      }
    }
    return false;
  }

  private static String health(Vigil vigil) throws IOException, InterruptedException {
    URI address = vigil.url().resolve("/q/health/well");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
