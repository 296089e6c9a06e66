package health.vigil.golden;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * The golden files of a module: {@code golden/NAME/REVISION.json}, and {@code
 * REVISION-VARIANT.json} beside it where one example can not show everything. Each is an event as
 * it lies in logs that exist; so what is written today must be what they hold, and what they hold
 * must be readable, for ever.
 */
public final class GoldenFiles {
  private final Path folder;
  private final ObjectMapper mapper;

  /**
   * @param folder of the module's golden files
   * @param mapper as events are written with
   */
  public GoldenFiles(Path folder, ObjectMapper mapper) {
    this.folder = folder;
    this.mapper = mapper;
  }

  /** The golden files among the test resources of the module of {@code test}. */
  public static GoldenFiles beside(Class<?> test, ObjectMapper mapper) {
    try {
      Path classes = Path.of(test.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new GoldenFiles(classes.resolve("golden"), mapper);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The events of a module by their logical names. */
  public static Map<String, Class<?>> events(List<Class<?>> classes) {
    Map<String, Class<?>> events = new TreeMap<>();
    for (Class<?> type : classes) {
      if (type.isRecord() && type.isAnnotationPresent(Revision.class)) {
        Class<?> other = events.put(nameOf(type), type);
        if (other != null) {
          throw new IllegalStateException(other + " and " + type + " have one name");
        }
      }
    }
    return events;
  }

  /** What is wrong with the golden files of one event; nothing when all is well. */
  public List<String> problems(Class<?> event) throws IOException {
    List<String> problems = new ArrayList<>();
    List<JsonNode> examples = new ArrayList<>();
    for (Path file : filesOf(event)) {
      JsonNode golden = mapper.readTree(file.toFile());
      examples.add(golden);
      problems.addAll(differences(golden, event, file));
    }
    if (examples.isEmpty()) {
      problems.add("no golden file of revision " + revisionOf(event));
    }
    for (RecordComponent component : event.getRecordComponents()) {
      if (examples.stream().noneMatch(example -> example.hasNonNull(component.getName()))) {
        problems.add("no example of " + component.getName());
      }
    }
    return problems;
  }

  /** The names that there are golden files of. */
  public List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(Path::getFileName)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  /** The golden files in the form of {@code sha256sum}. */
  public List<String> sums() throws IOException, NoSuchAlgorithmException {
    List<String> sums = new ArrayList<>();
    for (String name : names()) {
      try (Stream<Path> files = Files.list(folder.resolve(name))) {
        for (Path file : files.sorted().toList()) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          sums.add(HexFormat.of().formatHex(digest) + "  " + name + "/" + file.getFileName());
        }
      }
    }
    return sums;
  }

  /** What the golden files were when they were written, as {@code sha256sum} wrote it down. */
  public List<String> sumsWrittenDown() throws IOException {
    return Files.readAllLines(folder.resolve("SHA256SUMS"));
  }

  private List<String> differences(JsonNode golden, Class<?> event, Path file) {
    try {
      String before = mapper.writeValueAsString(golden);
      String after = mapper.writeValueAsString(mapper.treeToValue(golden, event));
      return before.equals(after)
          ? List.of()
          : List.of(file.getFileName() + " is written as " + after);
    } catch (IOException e) {
      return List.of(file.getFileName() + " can not be read: " + e.getMessage());
    }
  }

  private List<Path> filesOf(Class<?> event) throws IOException {
    Path files = folder.resolve(nameOf(event));
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    String revision = revisionOf(event);
    try (Stream<Path> all = Files.list(files)) {
      return all.filter(file -> isOf(revision, file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isOf(String revision, String name) {
    return name.equals(revision + ".json") || name.startsWith(revision + "-");
  }

  private static String nameOf(Class<?> event) {
    return Arrays.stream(event.getAnnotationsByType(JsonTypeName.class))
        .map(JsonTypeName::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(event + " has no logical name"));
  }

  private static String revisionOf(Class<?> event) {
    return event.getAnnotation(Revision.class).value();
  }
}
