package health.vigil.app.patient;

import health.vigil.app.problem.Fields;
import health.vigil.patient.Demographics;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who a patient is. */
@Schema(
    name = "Identification",
    requiredProperties = {"mrn", "familyName", "givenName", "sex"},
    examples =
        "{\"mrn\":\"4711-0815\",\"familyName\":\"Meadows\",\"givenName\":\"Iris\","
            + "\"birthDate\":\"1950-05-17\",\"sex\":\"FEMALE\"}")
record IdentificationRequest(
    @Nullable String mrn,
    @Nullable String familyName,
    @Nullable String givenName,
    @Schema(description = "Left out when unknown") @Nullable LocalDate birthDate,
    @Nullable Sex sex) {
  /** Refuses what is missing; what is there is judged where it is registered. */
  Demographics demographics() {
    Fields fields = new Fields();
    String number = fields.require("mrn", mrn);
    String family = fields.require("familyName", familyName);
    String given = fields.require("givenName", givenName);
    Sex known = fields.require("sex", sex);
    fields.throwIfAny();
    return new Demographics(number, family, given, birthDate, known);
  }

  @Override
  public String toString() {
    return "IdentificationRequest[masked]";
  }
}
