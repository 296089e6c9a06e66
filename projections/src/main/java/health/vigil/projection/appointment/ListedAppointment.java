package health.vigil.projection.appointment;

import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.appointment.PractitionerId;
import health.vigil.appointment.Slot;
import health.vigil.patient.PatientId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One appointment, and the local days of the hospital on whose lists it stands. */
@Entity
@Table(name = "day_list")
class ListedAppointment extends PanacheEntityBase {
  @Id public String appointment;

  @Column(nullable = false)
  public String practitioner;

  @Column(nullable = false)
  public String patient;

  @Column(name = "starts_at", nullable = false)
  public Instant startsAt;

  @Column(name = "ends_at", nullable = false)
  public Instant endsAt;

  @Column(name = "first_day", nullable = false)
  public LocalDate firstDay;

  @Column(name = "last_day", nullable = false)
  public LocalDate lastDay;

  public @Nullable String service;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public AppointmentStatus status = AppointmentStatus.PENDING;

  @Column(nullable = false)
  public long position;

  static @Nullable ListedAppointment find(AppointmentId id) {
    return findById(id.value());
  }

  static ListedAppointment begin(AppointmentRequested event) {
    ListedAppointment created = new ListedAppointment();
    created.appointment = event.appointmentId().value();
    created.practitioner = event.practitionerId().value();
    created.patient = event.patientId().value();
    created.service = event.service();
    created.take(event.slot());
    return created;
  }

  void take(Slot slot) {
    List<LocalDate> days = slot.days();
    startsAt = slot.start();
    endsAt = slot.end();
    firstDay = days.get(0);
    lastDay = days.get(days.size() - 1);
  }

  DayListEntry read() {
    return new DayListEntry(
        new AppointmentId(appointment),
        new PatientId(patient),
        new PractitionerId(practitioner),
        startsAt,
        endsAt,
        status,
        service);
  }

  DayListCursor cursor() {
    return new DayListCursor(startsAt, appointment);
  }
}
