package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.patient.PatientId;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The stream of one resource and one local day of the hospital: {@code calendar:RESOURCE:ID:DATE},
 * where the resource is {@code practitioner} or {@code patient}.
 */
public record CalendarId(@JsonValue String value) implements Comparable<CalendarId> {
  private static final Pattern FORM =
      Pattern.compile("calendar:(practitioner|patient):.+:[+-]?\\d{4,}-\\d{2}-\\d{2}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CalendarId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a calendar id reads calendar:RESOURCE:ID:DATE");
    }
  }

  public static CalendarId of(PractitionerId practitioner, LocalDate day) {
    return new CalendarId("calendar:practitioner:" + practitioner + ":" + day);
  }

  public static CalendarId of(PatientId patient, LocalDate day) {
    return new CalendarId("calendar:patient:" + patient + ":" + day);
  }

  /** Whose time it is: {@code practitioner} or {@code patient}. */
  public String resource() {
    return value.split(":", 3)[1];
  }

  /** The order in which calendars are locked. */
  @Override
  public int compareTo(CalendarId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
