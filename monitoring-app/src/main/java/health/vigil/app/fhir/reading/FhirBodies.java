package health.vigil.app.fhir.reading;

import jakarta.inject.Singleton;

/**
 * Reads bodies in FHIR's JSON, strictly: what R4 does not have, or has otherwise, is refused with
 * the element that is wrong. A type of resource that is not supported is refused before HAPI sees
 * it.
 */
@Singleton
public final class FhirBodies {
  /** One Observation. */
  public Parsed<FhirResource> observation(byte[] body) {
    return JsonText.object(body).then(json -> ResourceJson.only(json, "Observation"));
  }

  /**
   * A batch or a transaction. A resource in it that can not be read spoils its own entry only; what
   * becomes of the others is for the caller to say.
   */
  public Parsed<BundleBody> bundle(byte[] body) {
    return JsonText.object(body).then(BundleJson::read);
  }
}
