package health.vigil.appointment;

import static health.vigil.appointment.Clinic.ADA;
import static health.vigil.appointment.Clinic.DR_YU;
import static health.vigil.appointment.Clinic.FIRST;
import static health.vigil.appointment.Clinic.NOW;
import static health.vigil.appointment.Clinic.nineToHalfPast;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.CalendarEvent.SlotBooked;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A snapshot holds all that is decided on: state is written by field. */
class SnapshotTest {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .build();

  @Test
  void of_a_calendar() throws JsonProcessingException {
    CalendarId id = CalendarId.of(DR_YU, LocalDate.of(2026, 11, 24));
    Calendar calendar = new Calendar();
    calendar.on(new SlotBooked(id, FIRST, nineToHalfPast(), NOW));

    assertThat(again(calendar, Calendar.class)).usingRecursiveComparison().isEqualTo(calendar);
  }

  @Test
  void of_an_appointment() throws JsonProcessingException {
    Appointment appointment = new Appointment();
    appointment.on(new AppointmentRequested(FIRST, ADA, DR_YU, nineToHalfPast(), null, null, NOW));

    assertThat(again(appointment, Appointment.class))
        .usingRecursiveComparison()
        .isEqualTo(appointment);
  }

  private <T> T again(T state, Class<T> type) throws JsonProcessingException {
    return mapper.readValue(mapper.writeValueAsString(state), type);
  }
}
