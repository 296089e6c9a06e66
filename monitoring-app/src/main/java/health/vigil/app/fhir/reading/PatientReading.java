package health.vigil.app.fhir.reading;

import health.vigil.patient.Demographics;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** One Patient on its way to what it says. */
final class PatientReading {
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
  private static final String MEDICAL_RECORD_NUMBER = "MR";
  private static final int WHOLE_DAY = 10;

  private final Patient patient;
  private final String path;
  private final MrnSystems systems;
  private final Issues issues;
  private final Map<String, String> expressions = new HashMap<>();

  PatientReading(Patient patient, String path, MrnSystems systems, Issues issues) {
    this.patient = patient;
    this.path = path;
    this.systems = systems;
    this.issues = issues;
  }

  /** Null with an issue. */
  @Nullable ReadPatient read() {
    inUse();
    Identifier mrn = mrn();
    HumanName name = name();
    LocalDate birthDate = birthDate();
    return mrn == null || name == null || !issues.none()
        ? null
        : new ReadPatient(
            path,
            new Demographics(
                mrn.getValue(), name.getFamily(), given(name), birthDate, sex(patient.getGender())),
            expressions);
  }

  private void inUse() {
    if (Boolean.FALSE.equals(patient.getActiveElement().getValue())) {
      issues.add(IssueType.BUSINESSRULE, path + ".active", "accepted is a record that is in use");
    }
    for (int index = 0; index < patient.getLink().size(); index++) {
      if (patient.getLink().get(index).getType() == LinkType.REPLACEDBY) {
        issues.add(
            IssueType.BUSINESSRULE,
            path + ".link[" + index + "]",
            "accepted is a record that no other one replaces");
      }
    }
  }

  /** The one typed as medical record number, else the only one there is. */
  private @Nullable Identifier mrn() {
    List<Identifier> counting =
        patient.getIdentifier().stream()
            .filter(identifier -> identifier.getValue() != null)
            .filter(identifier -> systems.count(identifier.getSystem()))
            .toList();
    List<Identifier> typed = counting.stream().filter(PatientReading::isTyped).toList();
    List<Identifier> candidates = typed.isEmpty() ? counting : typed;
    if (candidates.size() == 1) {
      int index = patient.getIdentifier().indexOf(candidates.get(0));
      expressions.put("mrn", path + ".identifier[" + index + "].value");
      return candidates.get(0);
    }
    issues.add(
        candidates.isEmpty() ? IssueType.REQUIRED : IssueType.MULTIPLEMATCHES,
        path + ".identifier",
        "required is one medical record number: the one identifier of type MR (v2-0203), or the"
            + " only one, in a system that counts here");
    return null;
  }

  private static boolean isTyped(Identifier identifier) {
    return identifier.getType().getCoding().stream()
        .anyMatch(
            coding ->
                TYPES.equals(coding.getSystem()) && MEDICAL_RECORD_NUMBER.equals(coding.getCode()));
  }

  /** The official name, else the usual one, else the first that is no old or other one. */
  private @Nullable HumanName name() {
    List<HumanName> names = patient.getName();
    int best =
        IntStream.range(0, names.size())
            .boxed()
            .filter(index -> rank(names.get(index)) >= 0)
            .min(Comparator.comparing(index -> rank(names.get(index))))
            .orElse(-1);
    if (best < 0) {
      issues.add(IssueType.REQUIRED, path + ".name", "a present name is required");
      return null;
    }
    HumanName name = names.get(best);
    String at = path + ".name[" + best + "]";
    expressions.put("familyName", at + ".family");
    expressions.put("givenName", at + ".given");
    if (name.getFamily() == null) {
      issues.add(IssueType.REQUIRED, at + ".family", "is required");
    }
    if (given(name).isEmpty()) {
      issues.add(IssueType.REQUIRED, at + ".given", "is required");
    }
    return name;
  }

  private static int rank(HumanName name) {
    NameUse use = name.getUse();
    if (use == null) {
      return 2;
    }
    return switch (use) {
      case OFFICIAL -> 0;
      case USUAL -> 1;
      case TEMP, NICKNAME, ANONYMOUS, OLD, MAIDEN, NULL -> -1;
    };
  }

  private static String given(HumanName name) {
    return name.getGiven().stream()
        .map(StringType::getValue)
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  private @Nullable LocalDate birthDate() {
    String text = patient.getBirthDateElement().getValueAsString();
    expressions.put("birthDate", path + ".birthDate");
    if (text == null || text.length() == WHOLE_DAY) {
      return text == null ? null : LocalDate.parse(text);
    }
    issues.add(
        IssueType.VALUE,
        path + ".birthDate",
        "accepted is a whole day such as 1950-12-31, or none when it is not known");
    return null;
  }

  private static Sex sex(@Nullable AdministrativeGender gender) {
    if (gender == null) {
      return Sex.UNKNOWN;
    }
    return switch (gender) {
      case MALE -> Sex.MALE;
      case FEMALE -> Sex.FEMALE;
      case OTHER -> Sex.OTHER;
      case UNKNOWN, NULL -> Sex.UNKNOWN;
    };
  }
}
