package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs the commands of the tutorial, in their order, as a reader would. */
@Execution(ExecutionMode.CONCURRENT)
class TutorialIT {
  private static final Path TUTORIAL = Path.of("..", "docs", "tutorial", "first-alert.md");
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  @TempDir private static Path folder;

  @Test
  void everyCommandOfTheTutorialDoesWhatItSays() throws IOException, InterruptedException {
    assertThat(blocks()).hasSizeGreaterThan(5);
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Map.of())) {
      Path output = folder.resolve("output.txt");
      Served.writeScript(folder);
      ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", commands());
      shell.directory(folder.toFile());
      shell.environment().put("VIGIL", vigil.url().toString());
      Process process = shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as("ended in time; it printed %s", Files.readString(output)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
  }

  private static String commands() throws IOException {
    return String.join("\n", blocks());
  }

  private static List<String> blocks() throws IOException {
    Matcher found = COMMANDS.matcher(Files.readString(TUTORIAL));
    return found.results().map(block -> block.group(1)).toList();
  }
}
