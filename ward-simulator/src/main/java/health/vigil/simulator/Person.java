package health.vigil.simulator;

import java.util.List;
import java.util.Map;

/** An invented patient, the same in every run. */
record Person(String mrn, String familyName, String givenName, String birthDate, String sex) {
  private static final List<String> FAMILY =
      List.of("Abel", "Brandt", "Castell", "Dorn", "Eder", "Falk", "Gruen");
  private static final List<String> GIVEN =
      List.of("Mira", "Jonas", "Lena", "Karl", "Ida", "Otto", "Vera");

  static Person in(String ward, int number) {
    return new Person(
        "SIM-" + ward + "-%04d".formatted(number),
        FAMILY.get(number % FAMILY.size()),
        GIVEN.get(number % GIVEN.size()),
        (1940 + 3 * number % 60) + "-04-1" + number % 10,
        number % 2 == 0 ? "FEMALE" : "MALE");
  }

  Map<String, Object> registration() {
    return Map.of(
        "mrn", mrn,
        "familyName", familyName,
        "givenName", givenName,
        "birthDate", birthDate,
        "sex", sex);
  }

  @Override
  public String toString() {
    return "Person[masked]";
  }
}
