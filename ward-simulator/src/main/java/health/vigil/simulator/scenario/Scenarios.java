package health.vigil.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where scenarios come from: those that are built in, and files. */
public final class Scenarios {
  /** Those that are built in. */
  public static final List<String> NAMES =
      List.of(
          "stable",
          "sepsis",
          "opioid-respiratory-depression",
          "copd-on-scale-2",
          "bleeding",
          "delirium",
          "lost-device",
          "wrong-patient");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private Scenarios() {}

  /**
   * The scenario of this name, or in this file.
   *
   * @throws IllegalArgumentException saying what is wrong with it, and where
   */
  public static Scenario of(String nameOrFile) {
    if (NAMES.contains(nameOrFile)) {
      return builtIn(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no scenario %s: name a file or one of %s".formatted(nameOrFile, NAMES));
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    try {
      return read(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("the scenario %s can not be read".formatted(name), e);
    }
  }

  private static Scenario builtIn(String name) {
    try (@Nullable InputStream file =
        Scenarios.class.getResourceAsStream("/scenarios/" + name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the scenario " + name + " is not in the build");
      }
      return read(name, file.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the scenario " + name + " can not be read", e);
    }
  }

  static Scenario read(String name, byte[] json) throws IOException {
    try {
      return JSON.readValue(json, Scenario.File.class).named(name);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "the scenario %s is wrong at %s: %s".formatted(name, place(e), reason(e)), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the scenario %s is not JSON: %s".formatted(name, e.getOriginalMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the scenario %s is wrong: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static String place(JsonMappingException wrong) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : wrong.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "its top" : place.toString();
  }

  private static String reason(JsonMappingException wrong) {
    return wrong.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
        ? ours.getMessage()
        : wrong.getOriginalMessage();
  }
}
