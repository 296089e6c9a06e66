package health.vigil.patient;

/** Administrative sex, with the values of FHIR's administrative gender. */
public enum Sex {
  MALE,
  FEMALE,
  OTHER,
  UNKNOWN
}
