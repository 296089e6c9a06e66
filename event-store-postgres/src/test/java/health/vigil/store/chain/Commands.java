package health.vigil.store.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page, in their order.
 *
 * @param text for the shell
 * @param output what the page says that they write; empty when it says nothing
 */
record Commands(String text, String output) {

  private static final Pattern COMMANDS =
      Pattern.compile("(?s)```sh\\n(.*?)```\\n(?:```text\\n(.*?)```\\n)?");

  static List<Commands> read(Path page) throws IOException {
    List<Commands> found = new ArrayList<>();
    Matcher blocks = COMMANDS.matcher(Files.readString(page));
    while (blocks.find()) {
      String output = blocks.group(2);
      found.add(new Commands(blocks.group(1), output == null ? "" : output));
    }
    return found;
  }
}
