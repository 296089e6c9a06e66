package health.vigil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.chain.Verification;
import health.vigil.store.export.ExportManifest;
import health.vigil.store.export.ExportPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./vigil audit export} and {@code ./vigil audit verify-export}. */
class ExportTest {

  private static final int EVENTS = 30;

  @TempDir private static Path shared;
  private static Keys keys;
  private static String manifest;
  private static String events;

  @TempDir private Path folder;

  @BeforeAll
  static void makeOne() throws SQLException, IOException, InterruptedException {
    keys = Keys.in(shared, "key");
    try (ALog log = ALog.of(EVENTS)) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      new ExportPages(log.dataSource(), 1, EVENTS).writeTo(lines);
      events = lines.toString(UTF_8);
      Verification all = new ChainVerifier(log.dataSource()).all();
      ExportManifest.Part part =
          new ExportManifest.Part(
              "export-1", all.head().epoch(), 1, EVENTS, "0".repeat(64), all.hash());
      SigningKey key = keys.signing();
      manifest = ExportManifest.of(part, Instant.parse("2026-11-23T13:05:00Z"), key).line();
    }
  }

  private Path exported(Consumer<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(events.lines().toList());
    change.accept(lines);
    Files.writeString(folder.resolve("manifest.json"), manifest + "\n");
    Files.write(folder.resolve("events.ndjson"), lines);
    return folder;
  }

  private static Called verify(Path export, String... options) {
    return Called.vigil(
        shared,
        Map.of(),
        Stream.concat(
                Stream.of(
                    "audit",
                    "verify-export",
                    export.toString(),
                    "--key",
                    keys.published().toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static void assertBroken(Called called, String... parts) {
    assertThat(called.exitCode()).as(called.err()).isEqualTo(1);
    assertThat(called.out()).startsWith("The export is BROKEN.\n").contains(parts);
  }

  @Test
  void anUntouchedExportIsIntactWithNoDatabaseAtAll() throws IOException {
    Called called = verify(exported(lines -> {}));

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .startsWith("The export is intact.\n")
        .contains("export-1, of 2026-11-23T13:05:00Z", "1 to 30, 30 events");
  }

  @Test
  void aByteThatWasChangedIsFound() throws IOException {
    assertBroken(
        verify(exported(lines -> lines.set(16, lines.get(16).replace("event-17", "event-71")))),
        "At position 17:",
        "line 17 of events.ndjson");
  }

  @Test
  void aLineThatIsGoneIsFound() throws IOException {
    assertBroken(verify(exported(lines -> lines.remove(16))), "At position 17: there is no event.");
  }

  @Test
  void linesThatChangedPlacesAreFound() throws IOException {
    assertBroken(
        verify(exported(lines -> Collections.swap(lines, 16, 19))),
        "At position 17: the event stands further down.");
  }

  @Test
  void aTailThatWasCutIsFound() throws IOException {
    assertBroken(
        verify(exported(lines -> lines.subList(25, EVENTS).clear())),
        "At position 26: the export ends before it.",
        "of which 25 are as they should be");
  }

  @Test
  void aManifestOfAnotherKeyIsNotBelieved() throws IOException {
    Keys other = Keys.in(folder, "other");

    Called called =
        Called.vigil(
            shared,
            Map.of(),
            "audit",
            "verify-export",
            exported(lines -> {}).toString(),
            "--key",
            other.published().toString());

    assertBroken(called, "the manifest of the export has no valid signature of a known key");
  }

  @Test
  void programsGetAllOfIt() throws IOException {
    JsonNode found = verify(exported(lines -> lines.remove(16)), "--json").json();

    assertThat(found.path("intact").asBoolean()).isFalse();
    assertThat(found.path("export").asText()).isEqualTo("export-1");
    assertThat(found.path("last").asLong()).isEqualTo(16);
    assertThat(found.path("line").asLong()).isEqualTo(17);
    assertThat(found.at("/flaws/0/kind").asText()).isEqualTo("MISSING");
  }

  @Test
  void whatIsNoExportIsNamed() throws IOException {
    verify(folder).assertFailed(3, "holds no export: manifest.json is missing");
    Files.writeString(folder.resolve("manifest.json"), "rubbish");
    verify(folder).assertFailed(3, "holds no export", "manifest.json");
    verify(folder.resolve("nowhere")).assertFailed(3, "There is no folder");
    Called.vigil(shared, Map.of(), "audit", "verify-export", folder.toString())
        .assertFailed(2, "--key");
  }

  private StubVigil application() {
    return new StubVigil().answering("POST /api/v1/audit/exports", 201, manifest);
  }

  private static final String EVENTS_OF_IT = "GET /api/v1/audit/exports/export-1/events";

  private Called export(StubVigil vigil, Path to, String... options) {
    return Called.vigil(
        shared,
        vigil.environment(),
        Stream.concat(
                Stream.of("audit", "export", "--to", to.toString(), "--reason", "yearly audit"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void anExportIsBroughtAndLookedThrough() throws IOException {
    Path to = folder.resolve("new/export");
    try (StubVigil vigil = application().answering(EVENTS_OF_IT, 200, events)) {
      Called called =
          export(vigil, to, "--first", "1", "--last", "30", "--key", keys.published().toString());

      assertThat(called.exitCode()).as(called.out() + called.err()).isZero();
      assertThat(called.out()).startsWith("The export is intact.\n");
      assertThat(vigil.asked().get(0))
          .endsWith("{\"reason\":\"yearly audit\",\"first\":1,\"last\":30}");
      assertThat(Files.readString(to.resolve("events.ndjson"))).isEqualTo(events);
      assertThat(Files.readString(to.resolve("manifest.json"))).isEqualTo(manifest + "\n");
      for (String file : List.of("events.ndjson", "manifest.json")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve(file))))
            .isEqualTo("rw-------");
      }
      export(vigil, to).assertFailed(3, "holds an export already");
      assertThat(vigil.asked()).hasSize(2);
    }
  }

  @Test
  void whatCameDamagedIsTold() {
    try (StubVigil vigil = application().answering(EVENTS_OF_IT, 200, events.substring(99))) {
      assertBroken(export(vigil, folder), "At position 1:");
    }
  }

  @Test
  void whoNamesNoKeyIsToldThatTheSignatureWasNotLookedAt() {
    try (StubVigil vigil = application().answering(EVENTS_OF_IT, 200, events)) {
      Called called = export(vigil, folder);

      assertThat(called.exitCode()).isZero();
      assertThat(called.out()).contains("not looked at; see --key");
    }
  }

  @Test
  void anApplicationThatIsKilledMidwayLeavesNoHalfAnExport() throws IOException {
    try (StubVigil vigil = application().dyingAfter(EVENTS_OF_IT, events.substring(0, 5000))) {
      export(vigil, folder).assertFailed(3, "was lost before the answer was complete");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aRefusalIsToldInTheWordsOfTheApplication() {
    try (StubVigil vigil =
        new StubVigil()
            .answering(
                "POST /api/v1/audit/exports",
                422,
                """
                {"type":"/problems/invalid-value","title":"A value is not acceptable","status":422,
                 "detail":"The part is none","errors":[{"field":"first","message":"1 to 30 is accepted"}]}
                """)) {
      export(vigil, folder).assertFailed(3, "The part is none. first: 1 to 30 is accepted.");
    }
  }

  @Test
  void aFolderThatCanNotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (StubVigil vigil = application()) {
      export(vigil, file).assertFailed(3, file + " can not be written");
      assertThat(vigil.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--to here", "--reason why", "--to here --reason why --first x"})
  void whatIsNotUnderstoodIsSaidInALine(String options) {
    Called.vigil(shared, Map.of(), ("audit export " + options).split(" "))
        .assertFailed(2, "./vigil audit export --help");
  }
}
