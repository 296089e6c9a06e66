package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Reads bodies in FHIR's JSON, strictly: what R4 does not have, or has otherwise, is refused with
 * the element that is wrong. A type of resource that is not supported is refused before HAPI sees
 * it.
 */
@Singleton
public final class FhirBodies {
  /** One Observation. */
  public Parsed<FhirResource> observation(byte[] body) {
    return read(body, json -> ResourceJson.read(json, "Observation", ResourceJson.OBSERVATION));
  }

  /**
   * A batch or a transaction. A resource in it that can not be read spoils its own entry only; what
   * becomes of the others is for the caller to say.
   */
  public Parsed<BundleBody> bundle(byte[] body) {
    return read(body, BundleJson::read);
  }

  private static <T> Parsed<T> read(byte[] body, Function<ObjectNode, Parsed<T>> reading) {
    Parsed<ObjectNode> json = JsonText.object(body);
    return json instanceof Parsed.Understood<ObjectNode> readable
        ? reading.apply(readable.value())
        : ((Parsed.Unreadable<ObjectNode>) json).of();
  }
}
