package health.vigil.app.fhir.reading;

import org.jspecify.annotations.Nullable;

/** What makes an Observation the same message when it comes again. */
public sealed interface SourceKey {
  /** Different for different messages of one client, and the same for the same. */
  String value();

  /**
   * The sender's own identifier.
   *
   * @param system the identifier's name space, null when it has none
   */
  record ByIdentifier(@Nullable String system, String identifier) implements SourceKey {
    @Override
    public String value() {
      return system == null
          ? "identifier|-|" + identifier
          : "identifier|" + system.length() + "|" + system + "|" + identifier;
    }

    @Override
    public String toString() {
      return "ByIdentifier[masked]";
    }
  }

  /**
   * No identifier: the same content is the same message.
   *
   * @param digest SHA-256 of the canonical content, which names the subject too
   */
  record ByContent(String digest) implements SourceKey {
    @Override
    public String value() {
      return "content|" + digest;
    }
  }
}
