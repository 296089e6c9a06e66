package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody can add an endpoint without saying who may use it. */
class PermissionsDocumentTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference");
  private static final Path CLASSES = Path.of("target", "classes");
  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);
  private static final Pattern PATH = Pattern.compile("^  (/\\S+):$");
  private static final Pattern OPERATION = Pattern.compile("^    (get|post|put|delete|patch):$");

  @Test
  void every_endpoint_has_a_row_and_every_row_an_endpoint() throws IOException {
    assertThat(rows(row -> !row.everybody()))
        .hasSizeGreaterThan(40)
        .isEqualTo(endpointsOfTheCode());
  }

  @Test
  void every_operation_of_the_document_of_the_api_has_a_row() throws IOException {
    assertThat(rows(row -> row.path().text().startsWith("/api/")))
        .isEqualTo(operationsOfTheDocument());
  }

  @Test
  void nothing_of_the_api_is_open_to_everybody() throws IOException {
    assertThat(rows(Permission::everybody)).isNotEmpty().allMatch(row -> row.contains(" /q/"));
  }

  @Test
  void nobody_is_let_in_everywhere_but_by_a_role() throws IOException {
    assertThat(permissions())
        .filteredOn(row -> !row.everybody())
        .allSatisfy(row -> assertThat(row.reaches()).hasSize(Role.values().length));
  }

  private static Set<String> rows(java.util.function.Predicate<Permission> wanted)
      throws IOException {
    return permissions().stream()
        .filter(wanted)
        .map(row -> row.method() + " " + row.path().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Permission> permissions() throws IOException {
    return PermissionTable.read(Files.readString(REFERENCE.resolve("permissions.md")));
  }

  private static Set<String> endpointsOfTheCode() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("health/vigil/app"))) {
      return files
          .filter(PermissionsDocumentTest::namesPaths)
          .map(PermissionsDocumentTest::type)
          .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
          .flatMap(PermissionsDocumentTest::endpoints)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Only few classes have a path: the others need not be loaded. */
  private static boolean namesPaths(Path file) {
    return file.toString().endsWith(".class") && bytes(file).contains("Ljakarta/ws/rs/Path;");
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> type(Path file) {
    String path = CLASSES.relativize(file).toString();
    String name = path.substring(0, path.length() - ".class".length());
    try {
      return Class.forName(
          name.replace(File.separatorChar, '.'), false, Permissions.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static Stream<String> endpoints(Class<?> resource) {
    String base = resource.getAnnotation(jakarta.ws.rs.Path.class).value();
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(
            method ->
                METHODS.stream()
                    .filter(method::isAnnotationPresent)
                    .map(verb -> verb.getSimpleName() + " " + joined(base, own(method))));
  }

  private static String own(Method method) {
    jakarta.ws.rs.Path path = method.getAnnotation(jakarta.ws.rs.Path.class);
    return path == null ? "" : path.value();
  }

  private static String joined(String base, String path) {
    return path.isEmpty() || path.startsWith("/") ? base + path : base + "/" + path;
  }

  private static Set<String> operationsOfTheDocument() throws IOException {
    Set<String> operations = new TreeSet<>();
    String path = "";
    for (String line : Files.readAllLines(REFERENCE.resolve("openapi.yaml"))) {
      Matcher begun = PATH.matcher(line);
      Matcher operation = OPERATION.matcher(line);
      if (begun.matches()) {
        path = begun.group(1);
      } else if (operation.matches()) {
        operations.add(operation.group(1).toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return operations;
  }
}
