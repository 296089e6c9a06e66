package health.vigil.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A project folder with everything built: a stand-in application, stand-in beds and a stand-in
 * migration, each compiled here from a page of source.
 */
record FakeProject(Path home) {

  static FakeProject in(Path home) throws IOException {
    FakeProject project = new FakeProject(home);
    Files.createDirectories(home.resolve("notes"));
    project.jar("Application", "monitoring-app/target/quarkus-app/quarkus-run.jar", "Application");
    project.jar(
        "Migrate",
        "monitoring-app/target/quarkus-app/app/application.jar",
        "health.vigil.app.migration.Migrate");
    project.jar("Simulator", "ward-simulator/target/ward-simulator.jar", "Simulator");
    Path libraries =
        Files.createDirectories(home.resolve("monitoring-app/target/quarkus-app/lib/main"));
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.contains("postgresql-")) {
        Files.copy(Path.of(entry), libraries.resolve("postgresql.jar"));
      }
    }
    return project;
  }

  Path data() {
    return home.resolve("data");
  }

  /** Gives it a data folder from before, which saves the time of making a new one. */
  void startedBefore(Path template) throws IOException {
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            data().resolve(template.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  Path notes() {
    return home.resolve("notes");
  }

  /** What the children did, in order. */
  List<String> order() throws IOException {
    Path order = notes().resolve("order");
    return Files.exists(order) ? Files.readAllLines(order) : List.of();
  }

  private void jar(String source, String target, String mainClass) throws IOException {
    Path work = Files.createDirectories(home.resolve("work").resolve(source));
    Path file = work.resolve(source + ".java");
    try (InputStream text = getClass().getResourceAsStream("/fake/" + source + ".java")) {
      Files.copy(Objects.requireNonNull(text), file);
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", work.resolve("classes").toString(), file.toString());
    if (failed != 0) {
      throw new IllegalStateException(source + " does not compile");
    }
    pack(work.resolve("classes"), home.resolve(target), mainClass);
  }

  private static void pack(Path classes, Path target, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (OutputStream output = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(output, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }
}
