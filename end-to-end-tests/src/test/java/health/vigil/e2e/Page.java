package health.vigil.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands of a page of the documentation, in their order.
 *
 * @param name of the page's file
 */
record Page(String name, List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile("(?s)```sh\\n(.*?)```\\n(?:```text\\n(.*?)```\\n)?");
  private static final String WHATEVER = "…";

  static Page read(Path file) throws IOException {
    return new Page(
        file.getFileName().toString(),
        STEP.matcher(Files.readString(file))
            .results()
            .map(found -> new Step(found.group(1), found.group(2) == null ? "" : found.group(2)))
            .toList());
  }

  /**
   * What a reader types, and what the page says comes of it; nothing when it does not say.
   *
   * @param shown in which {@code …} stands for anything, and for any lines when it is alone in one
   */
  record Step(String commands, String shown) {
    boolean fits(String output) {
      // What curl writes does not always end its line.
      return shown.isEmpty() || Pattern.matches(pattern(), output.stripTrailing() + "\n");
    }

    private String pattern() {
      return shown.lines().map(Step::pattern).collect(Collectors.joining());
    }

    private static String pattern(String line) {
      return line.equals(WHATEVER)
          ? "(?:.*\\n)*"
          : Arrays.stream(line.split(WHATEVER, -1))
                  .map(Pattern::quote)
                  .collect(Collectors.joining(".*"))
              + "\\n";
    }
  }
}
