package health.vigil.app.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Quarkus would hand to a native builder: the application's jar with its metadata, the
 * libraries beside it and the arguments.
 */
record NativeSources(
    Map<String, Access> reflection,
    Map<String, List<String>> methods,
    JsonNode resources,
    List<String> resourceFiles,
    JsonNode javaSerialization,
    List<Path> libraries,
    List<String> arguments) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "META-INF/native-image/";

  /** What may be reached of a class by reflection. */
  record Access(boolean constructors, boolean methods, boolean fields) {
    static final Access IN_FULL = new Access(true, true, true);

    Access and(Access other) {
      return new Access(
          constructors || other.constructors, methods || other.methods, fields || other.fields);
    }
  }

  static NativeSources of(Path folder) {
    try (Stream<Path> found = Files.list(folder);
        Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
      Path jar =
          found.filter(file -> file.toString().endsWith("-runner.jar")).findFirst().orElseThrow();
      try (JarFile runner = new JarFile(jar.toFile())) {
        return new NativeSources(
            reflection(metadata(runner, "reflect")),
            methods(metadata(runner, "reflect")),
            metadata(runner, "resource"),
            runner.stream().map(entry -> entry.getName()).toList(),
            metadata(runner, "serialization"),
            libraries.toList(),
            List.of(Files.readString(folder.resolve("native-image.args")).trim().split("\\s+")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the texts of the bundle are taken into the image. */
  boolean hasBundle(String name) {
    return resources.path("bundles").findValuesAsText("name").contains(name);
  }

  /** Whether the file is taken into the image. */
  boolean hasResource(String name) {
    return resources.findValuesAsText("pattern").contains("\\Q" + name + "\\E");
  }

  /** Providers by the service that they are listed for, in all libraries of a group. */
  Map<String, List<String>> services(String group) {
    Map<String, List<String>> services = new TreeMap<>();
    libraries.stream()
        .filter(library -> library.getFileName().toString().startsWith(group + "."))
        .forEach(library -> collectServices(library, services));
    return services;
  }

  private static void collectServices(Path library, Map<String, List<String>> services) {
    String folder = "META-INF/services/";
    try (JarFile jar = new JarFile(library.toFile())) {
      for (var entry : jar.stream().filter(e -> e.getName().startsWith(folder)).toList()) {
        if (!entry.isDirectory()) {
          services
              .computeIfAbsent(
                  entry.getName().substring(folder.length()), service -> new ArrayList<>())
              .addAll(providers(jar.getInputStream(entry)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> providers(InputStream file) throws IOException {
    try (file) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static JsonNode metadata(JarFile jar, String kind) throws IOException {
    try (InputStream file = jar.getInputStream(jar.getJarEntry(METADATA + kind + "-config.json"))) {
      return JSON.readTree(file);
    }
  }

  private static Map<String, Access> reflection(JsonNode entries) {
    Map<String, Access> reflection = new HashMap<>();
    for (JsonNode entry : entries) {
      reflection.merge(entry.path("name").asText(), access(entry), Access::and);
    }
    return reflection;
  }

  /** The methods that are named one by one. */
  private static Map<String, List<String>> methods(JsonNode entries) {
    Map<String, List<String>> methods = new HashMap<>();
    for (JsonNode entry : entries) {
      methods
          .computeIfAbsent(entry.path("name").asText(), type -> new ArrayList<>())
          .addAll(entry.path("methods").findValuesAsText("name"));
    }
    return methods;
  }

  private static Access access(JsonNode entry) {
    return new Access(
        entry.path("allDeclaredConstructors").asBoolean()
            || entry.path("methods").findValuesAsText("name").contains("<init>"),
        entry.path("allDeclaredMethods").asBoolean(),
        entry.path("allDeclaredFields").asBoolean());
  }
}
