package health.vigil.app.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.master.MasterKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Another master key, while patients come and are looked at. */
@QuarkusTest
class MasterKeyRotationComponentTest extends ComponentTestBase {
  private static final String REWRAPPING = "/operations/keys/rewrapping";

  @Inject PatientKeys keys;
  @Inject KeyTable table;
  @Inject MasterKeys masters;

  @ConfigProperty(name = "vigil.personal.master-keys.file")
  Path file;

  @Test
  void the_old_key_goes_amid_traffic_and_everything_stays_readable() throws IOException {
    List<String> before = new ArrayList<>(List.of(registered(1), registered(2)));
    String old = masters.current();
    Queue<String> meanwhile = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> traffic =
        CompletableFuture.runAsync(
            () -> {
              for (int n = 3; !over.get(); n++) {
                meanwhile.add(registered(n));
              }
            });
    try {
      assertThat(rewrapped().getString("result.masterKey")).isEqualTo(old);
      write(MasterKeyFile.withNewKey(Files.readString(file, UTF_8)));

      JsonPath result = rewrapped();

      assertThat(result.getString("result.masterKey")).isNotEqualTo(old);
      assertThat(result.getLong("result.rewrapped")).isGreaterThanOrEqualTo(before.size());
      assertThat(result.getLong("result.remaining")).isZero();
      eventually(() -> assertThat(meanwhile).hasSizeGreaterThan(3));
    } finally {
      over.set(true);
      traffic.join();
    }
    assertThat(rewrapped().getLong("result.remaining")).isZero();
    write(MasterKeyFile.withPrimaryOnly(Files.readString(file, UTF_8)));
    masters.refresh();
    keys.forgetAll();

    assertThat(masters.ids()).doesNotContain(old);
    assertThat(table.masters()).containsExactly(masters.current());
    before.addAll(meanwhile);
    assertThat(before)
        .allSatisfy(patient -> assertThat(familyNameOf(patient)).isEqualTo("Meadows"));
  }

  private String registered(int number) {
    return api.registerPatient(Map.of("givenName", "Iris " + number));
  }

  /** From the events themselves. */
  private String familyNameOf(String patient) {
    return api.get("/patients/" + patient + "/history")
        .getString("items.find { it.type == 'PatientRegistered' }.payload.demographics.familyName");
  }

  private JsonPath rewrapped() {
    String lines =
        api.given()
            .accept("application/x-ndjson")
            .post(REWRAPPING)
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .strip();
    return new JsonPath(lines.substring(lines.lastIndexOf('\n') + 1));
  }

  private void write(String keyset) throws IOException {
    Path unfinished = file.resolveSibling(Api.unique("master"));
    Files.writeString(unfinished, keyset);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
