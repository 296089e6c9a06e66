package health.vigil.axon.deployment;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.quarkus.paths.PathVisit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/**
 * Axon's own classes. They are indexed apart from the application's: its JPA entities would become
 * the application's otherwise.
 */
final class AxonJars {

  private static final String GROUP = "org.axonframework";
  private static final DotName RETENTION = DotName.createSimple("java.lang.annotation.Retention");

  private AxonJars() {}

  static IndexView index(ApplicationModel application) {
    Indexer indexer = new Indexer();
    for (ResolvedDependency dependency : application.getRuntimeDependencies()) {
      if (dependency.getGroupId().equals(GROUP)) {
        dependency.getContentTree().walk(visit -> index(visit, indexer));
      }
    }
    return indexer.complete();
  }

  private static void index(PathVisit visit, Indexer indexer) {
    String name = visit.getRelativePath("/");
    if (!name.endsWith(".class") || name.endsWith("module-info.class")) {
      return;
    }
    try (InputStream content = Files.newInputStream(visit.getPath())) {
      indexer.index(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The annotations that are there at run time. */
  static Set<String> annotations(IndexView axon) {
    Set<String> annotations = new TreeSet<>();
    axon.getKnownClasses().stream()
        .filter(ClassInfo::isAnnotation)
        .filter(AxonJars::isKeptAtRunTime)
        .forEach(annotation -> annotations.add(annotation.name().toString()));
    return annotations;
  }

  private static boolean isKeptAtRunTime(ClassInfo annotation) {
    AnnotationInstance retention = annotation.declaredAnnotation(RETENTION);
    return retention != null && retention.value().asEnum().equals("RUNTIME");
  }
}
