package health.vigil.axon.deployment;

import health.vigil.axon.example.ParcelId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/** Indexes for tests that start no application. */
final class Indexes {

  private Indexes() {}

  static IndexView of(Class<?>... classes) {
    try {
      return Index.of(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IndexView ofExample() {
    return ofExampleAnd();
  }

  static IndexView ofExampleAnd(Class<?>... more) {
    Indexer indexer = new Indexer();
    try (Stream<Path> files = Files.list(folderOf(ParcelId.class))) {
      files.forEach(file -> add(file, indexer));
      for (Class<?> type : more) {
        indexer.indexClass(type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return indexer.complete();
  }

  /** Everything in the jar that the class comes from. */
  static IndexView ofJarsOf(Class<?>... classes) {
    Indexer indexer = new Indexer();
    for (Class<?> type : List.of(classes)) {
      try (FileSystem jar = FileSystems.newFileSystem(locationOf(type));
          Stream<Path> files = Files.walk(jar.getPath("/org"))) {
        files.forEach(file -> add(file, indexer));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return indexer.complete();
  }

  private static void add(Path file, Indexer indexer) {
    if (!file.toString().endsWith(".class")) {
      return;
    }
    try (InputStream content = Files.newInputStream(file)) {
      indexer.index(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOf(Class<?> type) {
    return locationOf(type).resolve(type.getPackageName().replace('.', '/'));
  }

  private static Path locationOf(Class<?> type) {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
