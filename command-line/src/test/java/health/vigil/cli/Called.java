package health.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** What came of a call of {@code ./vigil}: its exit code and what it wrote. */
record Called(int exitCode, String out, String err) {

  static Called vigil(Path home, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty());
    int exitCode = Verbs.of(terminal, new Surroundings(home, environment)).execute(arguments);
    return new Called(exitCode, out.toString(), err.toString());
  }

  JsonNode json() throws JsonProcessingException {
    assertThat(out.strip()).as("one line of JSON").doesNotContain("\n");
    return new ObjectMapper().readTree(out);
  }

  /** It was refused or could not look: no result, one line that says why. */
  void assertFailed(int expected, String... parts) {
    assertThat(exitCode).as(out + err).isEqualTo(expected);
    assertThat(out).isEmpty();
    assertThat(err).startsWith("vigil: ").hasLineCount(1).contains(parts);
  }
}
