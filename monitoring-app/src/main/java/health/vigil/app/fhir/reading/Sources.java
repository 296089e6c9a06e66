package health.vigil.app.fhir.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;

/** Finds what makes an Observation the same message when it comes again. */
final class Sources {
  /** The order in which a sender lists its identifiers makes no other message. */
  private static final Comparator<Identifier> BEST_FIRST =
      Comparator.comparing((Identifier identifier) -> identifier.getUse() != IdentifierUse.OFFICIAL)
          .thenComparing(identifier -> identifier.getSystem() == null)
          .thenComparing(identifier -> String.valueOf(identifier.getSystem()))
          .thenComparing(Identifier::getValue);

  private Sources() {}

  static Optional<SourceKey> identifier(List<Identifier> identifiers) {
    return identifiers.stream()
        .filter(identifier -> identifier.getValue() != null)
        .filter(identifier -> identifier.getUse() != IdentifierUse.OLD)
        .min(BEST_FIRST)
        .map(best -> new SourceKey.ByIdentifier(best.getSystem(), best.getValue()));
  }

  static SourceKey digest(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new SourceKey.ByContent(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }
}
