package health.vigil.projection.appointment;

import health.vigil.appointment.PractitionerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the appointments of a practitioner that touch a day, answered with a {@link DayList}.
 *
 * @param day a local day of the hospital
 * @param limit at least 1
 * @param cursor null for the first page
 */
public record FindDayList(
    PractitionerId practitionerId, LocalDate day, int limit, @Nullable String cursor) {}
