package health.vigil.app.fhir.reading;

import health.vigil.app.fhir.reading.SubjectReference.ByFullUrl;
import health.vigil.app.fhir.reading.SubjectReference.ById;
import health.vigil.app.fhir.reading.SubjectReference.ByIdentifier;
import health.vigil.patient.PatientId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads whose an Observation is. */
final class Subjects {
  static final String ACCEPTED =
      "accepted is Patient/{id}, Patient?identifier=system|value, the fullUrl of a Patient in the"
          + " same Bundle, or an identifier with the medical record number";

  private static final Pattern BY_ID =
      Pattern.compile("Patient/(?<id>[A-Za-z0-9-]{1,64})(/_history/[A-Za-z0-9.-]{1,64})?");
  private static final Pattern CONDITIONAL =
      Pattern.compile("Patient\\?identifier=(?<token>[^&]+)");
  private static final Pattern ABSOLUTE = Pattern.compile("(urn:uuid:|urn:oid:|https?://).+");

  private Subjects() {}

  /** Null with an issue. */
  static @Nullable SubjectReference read(Reference subject, String path, Issues issues) {
    SubjectReference read =
        subject.getReference() == null
            ? identifier(subject.getIdentifier())
            : literal(subject.getReference());
    if (read == null) {
      issues.add(
          subject.isEmpty() ? IssueType.REQUIRED : IssueType.VALUE,
          subject.getReference() == null ? path : path + ".reference",
          ACCEPTED);
    }
    return read;
  }

  private static @Nullable SubjectReference identifier(Identifier identifier) {
    return identifier.getValue() == null
        ? null
        : new ByIdentifier(identifier.getSystem(), identifier.getValue());
  }

  private static @Nullable SubjectReference literal(String reference) {
    Matcher byId = BY_ID.matcher(reference);
    if (byId.matches()) {
      return new ById(new PatientId(byId.group("id")));
    }
    Matcher conditional = CONDITIONAL.matcher(reference);
    if (conditional.matches()) {
      return token(conditional.group("token"));
    }
    return ABSOLUTE.matcher(reference).matches() ? new ByFullUrl(reference) : null;
  }

  private static @Nullable SubjectReference token(String encoded) {
    try {
      String token = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      int bar = token.indexOf('|');
      String system = bar <= 0 ? null : token.substring(0, bar);
      String value = token.substring(bar + 1);
      return value.isEmpty() ? null : new ByIdentifier(system, value);
    } catch (IllegalArgumentException noEncoding) {
      return none(noEncoding);
    }
  }

  /** The cause would repeat the value. */
  private static @Nullable SubjectReference none(IllegalArgumentException ignored) {
    return null;
  }
}
