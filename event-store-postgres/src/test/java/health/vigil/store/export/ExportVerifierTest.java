package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.store.chain.ChainedLog;
import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.chain.KeyFiles;
import health.vigil.store.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vigil's verifier, and the one written from the documentation, find the same in every export. */
@TestInstance(Lifecycle.PER_CLASS)
class ExportVerifierTest {

  private static final Path REFERENCE = Path.of("..", "docs", "reference").toAbsolutePath();
  private static final Path SECOND = REFERENCE.resolve("verify_export.py");

  @TempDir Path folder;

  private ChainedLog log;
  private Path keyFile;
  private SigningKey key;
  private SigningKey another;
  private Exported export;

  @BeforeAll
  void export(@TempDir Path keys) throws SQLException, IOException, GeneralSecurityException {
    keyFile = KeyFiles.write(keys);
    key = SigningKey.read(keyFile);
    another = SigningKey.read(KeyFiles.write(keys));
    log = ChainedLog.of(30);
    export = Exported.of(log, 11, 20, key);
  }

  @AfterAll
  void close() {
    log.close();
  }

  Stream<Damage> damages() {
    return Stream.of(Damage.harmless(), Damage.ofEvents(), Damage.ofTheManifest(key, another))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatWasDoneIsFoundWhereItIs(Damage damage) throws IOException {
    damage.by().apply(export).writeTo(folder);

    assertThat(verified().flaws()).isEqualTo(damage.flaws());
  }

  @Test
  void theSecondVerifierFindsTheSameInAll() throws IOException, InterruptedException {
    List<Damage> all = damages().toList();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).by().apply(export).writeTo(folder.resolve(Integer.toString(i)));
    }

    String[] found = secondVerifier(all.size()).split("---\n");

    for (int i = 0; i < all.size(); i++) {
      assertThat(found[i]).as(all.get(i).name()).startsWith(words(all.get(i).flaws()));
    }
  }

  @Test
  void aByteThatIsNoTextIsFoundByBoth() throws IOException, InterruptedException {
    export.writeTo(folder);
    byte[] bytes = Files.readAllBytes(folder.resolve(ExportFolder.EVENTS));
    bytes[export.events().indexOf("ward:")] = (byte) 0xff;
    Files.write(folder.resolve(ExportFolder.EVENTS), bytes);

    assertThat(verified().flaws()).containsExactly(new Flaw(11, Kind.UNREADABLE));
    assertThat(secondVerifier()).isEqualTo(words(verified().flaws()));
  }

  @Test
  void bothFindNothingWrongWithAWholeLog() throws IOException, InterruptedException, SQLException {
    Exported.of(log, 1, 30, key).writeTo(folder);

    assertThat(verified().flaws()).isEmpty();
    assertThat(secondVerifier()).startsWith("intact: 30 events, positions 1 to 30, hash ");
  }

  @Test
  void aWholeLogRestsOnNothingWhateverTheManifestSays()
      throws IOException, InterruptedException, SQLException {
    Exported whole = Exported.of(log, 1, 30, key);
    whole
        .with(
            ExportManifest.parse(whole.manifest().line().replace("0".repeat(64), "ab".repeat(32)))
                .orElseThrow())
        .chainedAnewFrom(1)
        .writeTo(folder);

    assertThat(verified().flaws())
        .containsExactly(new Flaw(1, Kind.NOT_SIGNED), new Flaw(1, Kind.CHANGED));
    assertThat(secondVerifier()).isEqualTo(words(verified().flaws()));
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    export.lines(all -> all.remove(6)).writeTo(folder);

    ExportVerification found = verified();

    assertThat(found.line()).isEqualTo(7);
    assertThat(found.last()).isEqualTo(16);
    assertThat(found.count()).isEqualTo(6);
    assertThat(found.firstFlaw()).hasToString("Optional[At position 17: there is no event.]");
  }

  @Test
  void anIntactExportHasNoLineToTell() throws IOException {
    export.writeTo(folder);

    ExportVerification found = verified();

    assertThat(found.isIntact()).isTrue();
    assertThat(found.line()).isZero();
    assertThat(found.hash()).isEqualTo(export.manifest().hash());
    assertThat(found.count()).isEqualTo(export.manifest().count());
  }

  @Test
  void progressIsTold() throws IOException {
    export.writeTo(folder);
    List<String> told = new ArrayList<>();

    new ExportVerifier(List.of(key.verifyingKey()))
        .reporting((position, last) -> told.add(position + " of " + last))
        .verify(new ExportFolder(folder));

    assertThat(told).containsExactly("20 of 20");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException, InterruptedException {
    assertThatThrownBy(this::verified)
        .isInstanceOf(UnusableExportException.class)
        .hasMessage("manifest.json is missing");
    assertThat(secondVerifier()).contains("manifest.json");

    Files.writeString(folder.resolve(ExportFolder.MANIFEST), export.manifest().line());
    assertThatThrownBy(this::verified)
        .isInstanceOf(UnusableExportException.class)
        .hasMessage("events.ndjson is missing");
    assertThat(secondVerifier()).contains("events.ndjson");

    Files.writeString(folder.resolve(ExportFolder.MANIFEST), "{}");
    assertThatThrownBy(this::verified)
        .isInstanceOf(UnusableExportException.class)
        .hasMessage("manifest.json is no manifest of an export");
    assertThat(secondVerifier()).contains("is no manifest of an export");
  }

  @Test
  void theSecondVerifierIsShort() throws IOException {
    assertThat(Files.readAllLines(SECOND)).hasSizeLessThan(100);
  }

  private ExportVerification verified() throws IOException {
    return new ExportVerifier(List.of(key.verifyingKey())).verify(new ExportFolder(folder));
  }

  /** As the second verifier says it. */
  private static String words(List<Flaw> flaws) {
    StringBuilder words = new StringBuilder(flaws.isEmpty() ? "intact: " : "");
    flaws.forEach(
        flaw ->
            words.append("broken at position %d: %s\n".formatted(flaw.position(), flaw.kind())));
    return words.toString();
  }

  private String secondVerifier() throws IOException, InterruptedException {
    Program ran = Program.run("python3", SECOND.toString(), folder.toString(), publicKey());
    int expected =
        ran.output().startsWith("intact") ? 0 : ran.output().startsWith("broken") ? 1 : 3;
    assertThat(ran.exit()).as(ran.output()).isEqualTo(expected);
    return ran.output();
  }

  /** As from the command line on each of these folders, in one process. */
  private String secondVerifier(int folders) throws IOException, InterruptedException {
    String each =
        """
        import sys
        sys.path.insert(0, sys.argv[1])
        from verify_export import main
        for number in range(int(sys.argv[4])):
            main(f"{sys.argv[2]}/{number}", sys.argv[3])
            print("---")
        """;
    return Program.run(
            "python3",
            "-B",
            "-c",
            each,
            REFERENCE.toString(),
            folder.toString(),
            publicKey(),
            Integer.toString(folders))
        .output();
  }

  private String publicKey() {
    return KeyFiles.publicOf(keyFile).toString();
  }

  /** What became of a program. */
  private record Program(int exit, String output) {
    static Program run(String... command) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Program(process.waitFor(), output);
    }
  }
}
