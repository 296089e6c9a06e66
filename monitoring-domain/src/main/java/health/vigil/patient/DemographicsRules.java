package health.vigil.patient;

import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is accepted as demographics; a refusal names fields and rules, never a value. */
final class DemographicsRules {
  private static final LocalDate EARLIEST_BIRTH_DATE = LocalDate.of(1900, 1, 1);

  /** Where the day begins first: a child born today there is not born in the future. */
  private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  private static final TextRule MRN = TextRule.visible("mrn", 40);
  private static final TextRule FAMILY_NAME = TextRule.printable("familyName", 100);
  private static final TextRule GIVEN_NAME = TextRule.printable("givenName", 100);
  private static final TextRule TEMPORARY_LABEL = TextRule.printable("temporaryLabel", 60);

  private DemographicsRules() {}

  /** Refuses every field that is not acceptable at once. */
  static void check(Demographics demographics, Instant at) {
    refuseAny(
        Stream.of(
                MRN.check(demographics.mrn()),
                FAMILY_NAME.check(demographics.familyName()),
                GIVEN_NAME.check(demographics.givenName()),
                checkBirthDate(demographics.birthDate(), at))
            .flatMap(Optional::stream)
            .toList());
  }

  static void checkTemporaryLabel(String label) {
    refuseAny(TEMPORARY_LABEL.check(label).stream().toList());
  }

  private static Optional<FieldError> checkBirthDate(@Nullable LocalDate birthDate, Instant at) {
    LocalDate today = at.atOffset(EARLIEST_ZONE).toLocalDate();
    if (birthDate == null
        || !(birthDate.isBefore(EARLIEST_BIRTH_DATE) || birthDate.isAfter(today))) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldError(
            "birthDate", "a date from " + EARLIEST_BIRTH_DATE + " to today, or none if unknown"));
  }

  private static void refuseAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }
}
