package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.issuer.DemoIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir private Path folder;

  @Test
  void everyCallerHasATokenThatSaysNoMoreThanItNeeds() {
    DemoIssuer.in(folder);
    Tokens tokens = Tokens.of(SimulatorOptions.of("--issuer", folder.toString()));

    assertThat(claims(tokens.of(Caller.nurse("B"))))
        .contains("\"simulator-nurse-B\"", "[\"vigil:nurse:B\"]", "\"ward-simulator\"")
        .doesNotContain("vigil_device");
    assertThat(claims(tokens.of(Caller.physician("B")))).contains("[\"vigil:physician:B\"]");
    assertThat(claims(tokens.of(Caller.auditor()))).contains("[\"vigil:auditor\"]");
    assertThat(claims(tokens.of(Caller.device("simulator-B-01"))))
        .contains("[\"vigil:device\"]", "\"vigil_device\":\"simulator-B-01\"");
  }

  @Test
  void aTokenIsUsedAgain() {
    DemoIssuer.in(folder);
    Tokens tokens = Tokens.of(SimulatorOptions.of("--issuer", folder.toString()));

    assertThat(tokens.of(Caller.nurse("B"))).isEqualTo(tokens.of(Caller.nurse("B")));
  }

  @Test
  void aFileHoldsOneForEverybodyAndMayBeRenewed() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, "first\n");
    Tokens tokens = Tokens.of(SimulatorOptions.of("--token-file", file.toString()));

    assertThat(tokens.of(Caller.nurse("B"))).isEqualTo("first");
    Files.writeString(file, "second\n");
    assertThat(tokens.of(Caller.device("simulator-B-01"))).isEqualTo("second");
  }

  @Test
  void whereThereIsNoneIsSaidBeforeAnythingIsSent() {
    assertThatThrownBy(() -> Tokens.of(SimulatorOptions.of("--issuer", folder.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no demo issuer in " + folder);
    assertThatThrownBy(
            () -> Tokens.of(SimulatorOptions.of("--token-file", folder.resolve("x").toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--token-file can not be read");
  }

  @Test
  void aTokenOfTheDemoIsShownOnThisMachineAlone() {
    DemoIssuer.in(folder);
    for (String elsewhere : List.of("http://10.0.0.7:8080", "https://localhost.example.org")) {
      assertThatThrownBy(
              () ->
                  Tokens.of(SimulatorOptions.of("--issuer", folder.toString(), "--url", elsewhere)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--token-file");
    }
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }
}
