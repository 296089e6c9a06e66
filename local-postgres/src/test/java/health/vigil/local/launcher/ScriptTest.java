package health.vigil.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code vigil}: tools it looks for, what it builds, what it runs. */
class ScriptTest {

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "dirname",
          "sed",
          "readlink",
          "find",
          "awk",
          "tee",
          "mkdir",
          "touch",
          "cat",
          "env");

  @TempDir private Path home;
  private Path tools;
  private FakeProject project;

  @BeforeEach
  void copyScript() throws IOException {
    project = FakeProject.in(home);
    Files.copy(Path.of("../vigil"), home.resolve("vigil"));
    tools = Files.createDirectories(home.resolve("tools"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), located(tool));
    }
    program("javac", "exit 0");
    program("java", "echo 'openjdk version \"17.0.1\" 2021-10-19' >&2; echo \"java $*\"");
    program("mvn", "echo 'Apache Maven 3.8.6 (1234)'");
  }

  private static Path located(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void program(String name, String body) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, "#!" + tools.resolve("bash") + "\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Launch vigil(String... arguments) throws IOException {
    return vigil(Map.of(), arguments);
  }

  private Launch vigil(Map<String, String> settings, String... arguments) throws IOException {
    var command = new java.util.ArrayList<>(List.of("/bin/bash", home.resolve("vigil").toString()));
    command.addAll(List.of(arguments));
    var environment = new java.util.HashMap<>(settings);
    environment.put("PATH", tools.toString());
    environment.putIfAbsent("JAVA_HOME", "");
    return Launch.of(project, command, 8080, environment);
  }

  private void assertRefused(Launch launch, String sentence) throws InterruptedException {
    assertThat(launch.end()).as(launch.text()).isEqualTo(1);
    assertThat(launch.text()).isEqualTo("vigil: " + sentence + "\n");
  }

  @Test
  void aMissingJdkIsNamed() throws IOException, InterruptedException {
    Files.delete(tools.resolve("java"));

    assertRefused(
        vigil("demo"),
        "Vigil needs JDK 17 or newer, and there is none: install one or set JAVA_HOME.");
  }

  @Test
  void anOldJdkIsNamed() throws IOException, InterruptedException {
    program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    assertRefused(
        vigil("demo"), "Vigil needs JDK 17 or newer, but " + tools.resolve("java") + " is 11.0.2.");
  }

  @Test
  void aVeryOldJdkIsNamed() throws IOException, InterruptedException {
    program("java", "echo 'java version \"1.8.0_202\"' >&2");

    assertRefused(
        vigil("serve"), "Vigil needs JDK 17 or newer, but " + tools.resolve("java") + " is 1.8.0.");
  }

  @Test
  void aRuntimeWithoutCompilerIsNamed() throws IOException, InterruptedException {
    Files.delete(tools.resolve("javac"));

    assertRefused(
        vigil("demo"),
        "Vigil needs JDK 17 or newer, but "
            + tools.resolve("java")
            + " belongs to a runtime without a compiler.");
  }

  @Test
  void aJavaHomeThatIsNoneIsNamed() throws IOException, InterruptedException {
    assertRefused(
        vigil(Map.of("JAVA_HOME", "/nowhere"), "demo"),
        "Vigil needs JDK 17 or newer, but JAVA_HOME names none: /nowhere.");
  }

  @Test
  void aMissingMavenIsNamed() throws IOException, InterruptedException {
    Files.delete(tools.resolve("mvn"));

    assertRefused(
        vigil("demo"), "Vigil needs Maven 3.8.6 or newer, and there is none: install it.");
  }

  @Test
  void anOldMavenIsNamed() throws IOException, InterruptedException {
    program("mvn", "echo 'Apache Maven 3.6.3'");

    assertRefused(
        vigil("demo"),
        "Vigil needs Maven 3.8.6 or newer, but " + tools.resolve("mvn") + " is 3.6.3.");
  }

  @Test
  void newJdksAndMavensAreWelcome() throws IOException, InterruptedException {
    program("java", "echo 'openjdk version \"25\" 2025-09-16' >&2; echo \"java $*\"");
    program("mvn", "printf '\\033[1mApache Maven 4.0.0-rc-4 (x)\\033[m\\n'");
    pretendLauncherIsBuilt();

    Launch launch = vigil("demo");

    assertThat(launch.end()).as(launch.text()).isZero();
  }

  private void pretendLauncherIsBuilt() throws IOException {
    Path command = home.resolve("command-line/target/vigil-command.jar");
    Files.createDirectories(home.resolve("command-line/target"));
    Files.writeString(command, "");
    Path launcher = home.resolve("local-postgres/target/vigil-launcher.jar");
    Files.createDirectories(home.resolve("local-postgres/target"));
    Files.writeString(launcher, "");
    Files.writeString(home.resolve("pom.xml"), "");
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), FileTime.from(Instant.now().minusSeconds(3600)));
  }

  @Test
  void whatIsBuiltIsRunAtOnce() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();

    Launch launch = vigil("serve");

    assertThat(launch.end()).isZero();
    assertThat(launch.text())
        .doesNotContain("Building")
        .contains("-Dvigil.home=" + home)
        .endsWith("vigil-launcher.jar serve\n");
  }

  @Test
  void whatIsOlderThanItsSourcesIsBuilt() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();
    program(
        "mvn",
        """
        case "$1" in -version) echo 'Apache Maven 3.9.9' ;; *)
          echo '[INFO] Building Vigil: domain 1.0.0-SNAPSHOT                          [1/8]'
          echo '[INFO] noise'
        esac
        """);
    Path source = Files.createDirectories(home.resolve("alerting/src/main"));
    Files.writeString(source.resolve("Alert.java"), "");
    Files.setLastModifiedTime(
        source.resolve("Alert.java"), FileTime.from(Instant.now().plusSeconds(5)));

    Launch launch = vigil("demo");

    assertThat(launch.end()).isZero();
    assertThat(launch.text())
        .contains("Building Vigil", "  Vigil: domain [1/8]")
        .doesNotContain("noise");
  }

  @Test
  void aBuildThatFailsIsNamed() throws IOException, InterruptedException {
    program(
        "mvn",
        """
        case "$1" in -version) echo 'Apache Maven 3.9.9' ;; *)
          echo '[ERROR] no such file'; exit 1
        esac
        """);

    Launch launch = vigil("demo");

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .contains("[ERROR] no such file")
        .endsWith(
            "vigil: Vigil could not be built: all that Maven said is in target/vigil-build.log.\n");
  }

  @Test
  void theFeedIsBuiltAndGivenTheOptions() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();
    Path classPath = home.resolve("synthea-feed/synthea/target/synthea.classpath");
    program("mvn", buildsTheFeed(classPath, classPath));
    program(
        "java",
        """
        [[ $1 == -version ]] && { echo 'openjdk version "17"' >&2; exit; }
        [[ $* == *' token integration '* ]] && { echo made; exit; }
        echo "$VIGIL_TOKEN $*"
        """);

    Launch launch = vigil(Map.of("VIGIL_PORT", "8099"), "feed", "--patients", "3");

    assertThat(launch.end()).as(launch.text()).isZero();
    assertThat(launch.text())
        .contains("Building the feed", "made -Xmx256m")
        .endsWith(
            "synthea-feed.jar --class-path "
                + classPath
                + " --url http://127.0.0.1:8099 --patients 3\n");
    assertThat(again("feed")).doesNotContain("Building");
    for (String elsewhere : List.of("http://10.0.0.7:8080", "http://127.0.0.1:8080@evil.example")) {
      assertThat(again("feed", "--url", elsewhere)).as("no token of the demo").startsWith(" -Xmx");
    }
  }

  @Test
  void theFeedIsBuiltAgainWhenJarsOfSyntheaAreGone() throws IOException, InterruptedException {
    Path classPath = home.resolve("synthea-feed/synthea/target/synthea.classpath");
    pretendLauncherIsBuilt();
    program("mvn", buildsTheFeed(classPath, home.resolve("gone.jar")));

    again("feed");

    assertThat(again("feed")).contains("Building the feed");
  }

  @Test
  void aFeedThatCanNotBeBuiltIsNamed() throws IOException, InterruptedException {
    program("mvn", "[[ $1 == -version ]] && echo 'Apache Maven 3.9.9' || exit 1");

    Launch launch = vigil("feed");

    assertThat(launch.end()).isEqualTo(1);
    assertThat(launch.text())
        .endsWith(
            "vigil: The feed could not be built. The first time, Maven needs the network. All that"
                + " it said is in target/vigil-build.log.\n");
  }

  private static String buildsTheFeed(Path classPath, Path jar) {
    return """
        [[ $1 == -version ]] && { echo 'Apache Maven 3.9.9'; exit; }
        mkdir -p synthea-feed/target synthea-feed/synthea/target
        touch synthea-feed/target/synthea-feed.jar
        printf '%%s' '%s' >'%s'
        """
        .formatted(jar, classPath);
  }

  @Test
  void aVerbThatAsksIsRunAtOnceWithAllItsOptions() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();
    Files.createDirectories(home.resolve("event-store-postgres"));
    Files.createDirectories(home.resolve("demo-issuer"));
    Files.delete(tools.resolve("mvn"));

    Launch launch = vigil("audit", "verify", "--from", "17");

    assertThat(launch.end()).as(launch.text()).isZero();
    assertThat(launch.text())
        .doesNotContain("Building")
        .contains("-Dvigil.home=" + home)
        .endsWith("vigil-command.jar audit verify --from 17\n");
  }

  @Test
  void aTokenIsMadeByAVerbThatAsksToo() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();
    Files.createDirectories(home.resolve("event-store-postgres"));
    Files.createDirectories(home.resolve("demo-issuer"));

    Launch launch = vigil("token", "nurse", "--ward", "A");

    assertThat(launch.end()).as(launch.text()).isZero();
    assertThat(launch.text()).endsWith("vigil-command.jar token nurse --ward A\n");
  }

  @Test
  void whatTheVerbsThatAskNeedIsBuiltFirst() throws IOException, InterruptedException {
    program(
        "mvn",
        """
        [[ $1 == -version ]] && { echo 'Apache Maven 3.9.9'; exit; }
        mkdir -p command-line/target event-store-postgres demo-issuer
        touch command-line/target/vigil-command.jar pom.xml
        """);

    Launch launch = vigil("trace", "17");

    assertThat(launch.end()).as(launch.text()).isZero();
    assertThat(launch.text())
        .contains("Building the command line")
        .endsWith("vigil-command.jar trace 17\n");
    assertThat(vigil("projections", "list").end()).isZero();
  }

  private String again(String... words) throws IOException, InterruptedException {
    Launch launch = vigil(words);
    assertThat(launch.end()).as(launch.text()).isZero();
    return launch.text();
  }

  @Test
  void aWrongVerbShowsTheVerbs() throws IOException, InterruptedException {
    assertThat(vigil("dance").end()).isEqualTo(2);
    assertThat(vigil().end()).isEqualTo(2);
    Launch help = vigil("help");
    assertThat(help.end()).isZero();
    assertThat(help.text()).contains("./vigil demo", "./vigil audit", "VIGIL_DATABASE_URL");
  }

  @Test
  void thePortInUseIsNamedThroughTheScriptToo() throws IOException, InterruptedException {
    pretendLauncherIsBuilt();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      program(
          "java",
          "[[ $1 == -version ]] && { echo 'openjdk version \"17\"' >&2; exit; }\nexec %s -cp '%s' %s %s"
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "demo"));
      Launch launch = vigil(Map.of("VIGIL_PORT", Integer.toString(other.getLocalPort())), "demo");

      assertThat(launch.end()).isEqualTo(1);
      assertThat(launch.text()).contains("is taken by another program");
    }
  }
}
