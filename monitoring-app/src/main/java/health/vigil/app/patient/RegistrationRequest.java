package health.vigil.app.patient;

import health.vigil.app.problem.Fields;
import health.vigil.patient.Demographics;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to register: with a name and a number, or with nothing but what staff call the patient.
 */
@Schema(
    name = "Registration",
    description =
        "Identified: mrn, familyName, givenName, sex. Unidentified: temporaryLabel alone.",
    examples =
        "{\"mrn\":\"4711-0815\",\"familyName\":\"Meadows\",\"givenName\":\"Iris\","
            + "\"birthDate\":\"1950-05-17\",\"sex\":\"FEMALE\"}")
record RegistrationRequest(
    @Nullable String mrn,
    @Nullable String familyName,
    @Nullable String givenName,
    @Schema(description = "Left out when unknown") @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Schema(description = "What staff call a patient whose identity is not known")
        @Nullable String temporaryLabel) {
  boolean namesNobody() {
    return temporaryLabel != null;
  }

  /** Refuses a label beside demographics. */
  String label() {
    Fields fields = new Fields();
    String label = fields.require("temporaryLabel", temporaryLabel);
    absent(fields, "mrn", mrn);
    absent(fields, "familyName", familyName);
    absent(fields, "givenName", givenName);
    absent(fields, "birthDate", birthDate);
    absent(fields, "sex", sex);
    fields.throwIfAny();
    return label;
  }

  /** Refuses what is missing; what is there is judged where it is registered. */
  Demographics demographics() {
    return new IdentificationRequest(mrn, familyName, givenName, birthDate, sex).demographics();
  }

  private static void absent(Fields fields, String field, @Nullable Object value) {
    fields.check(field, value == null, "is left out when there is a temporaryLabel");
  }

  @Override
  public String toString() {
    return "RegistrationRequest[masked]";
  }
}
