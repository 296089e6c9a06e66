package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.ExampleDatabase;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a native image of the example would be built from, as far as this needs no native builder.
 */
class NativeSourcesTest {

  @RegisterExtension
  static final QuarkusProdModeTest APPLICATION =
      new QuarkusProdModeTest()
          .withApplicationRoot(
              jar ->
                  jar.addPackage("health.vigil.axon.example")
                      .deleteClass(ExampleDatabase.class)
                      .addAsResource(
                          new StringAsset(ExampleDatabase.CONFIGURATION), "application.properties"))
          .setForcedDependencies(
              List.of(
                  Dependency.of("io.quarkus", "quarkus-jdbc-postgresql", Version.getVersion()),
                  Dependency.of(
                      "health.vigil",
                      "event-store-postgres",
                      System.getProperty("example.store.version"))))
          .overrideConfigKey("quarkus.native.enabled", "true")
          .overrideConfigKey("quarkus.native.sources-only", "true")
          .setRun(false);

  @ProdBuildResults
  @SuppressWarnings("NullAway.Init") // set by the extension
  ProdModeTestResults results;

  @Test
  void holdEverythingThatIsReachedByReflection() {
    String everything = metadata();

    assertThat(List.of("Parcel", "ParcelShelf", "Forwarding", "WhenParcelIsLateThenRemind"))
        .allSatisfy(
            name -> assertThat(everything).contains("health.vigil.axon.example." + name + "\""));
    assertThat(everything)
        .contains("health.vigil.axon.example.ParcelCommand$SendParcel")
        .contains("health.vigil.axon.example.ParcelEvent$ParcelSent")
        .contains("health.vigil.axon.example.ParcelId")
        .contains("health.vigil.axon.example.WhenParcelIsLateThenRemind$Lateness")
        .contains("org.axonframework.eventhandling.EventHandler\"")
        .contains("org.axonframework.modelling.saga.SagaEventHandler\"")
        .contains("org.axonframework.eventhandling.GlobalSequenceTrackingToken")
        .contains("org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails");
    NativeImageProcessor.SERVICES.forEach(service -> assertThat(everything).contains(service));
  }

  private String metadata() {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(results.getBuildDir())) {
      files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .forEach(jar -> append(jar, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void append(Path jar, StringBuilder text) {
    try (FileSystem content = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(content.getPath("/META-INF"))) {
      for (Path file : files.filter(f -> f.toString().contains("native-image")).toList()) {
        if (Files.isRegularFile(file)) {
          text.append(Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
