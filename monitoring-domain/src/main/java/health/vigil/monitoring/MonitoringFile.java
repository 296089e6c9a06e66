package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Starts, moves and stops the monitoring of a stay within the unit of work of whoever admits,
 * transfers or discharges: all of it is one append.
 */
public final class MonitoringFile {
  private final Repository<Monitoring> monitorings;
  private final MonitoringRules rules;

  public MonitoringFile(Repository<Monitoring> monitorings, MonitoringRules rules) {
    this.monitorings = monitorings;
    this.rules = rules;
  }

  /**
   * @param since when the stay began: what is measured earlier lies outside it
   */
  public void start(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      Instant since,
      Instant at) {
    Instant firstDue = at.plus(rules.firstObservationWithin());
    MonitoringStarted started =
        new MonitoringStarted(monitoringId, patientId, stayId, bed, since, firstDue, at);
    loadOrCreate(monitoringId).execute(monitoring -> monitoring.start(started));
  }

  public void move(StayId stayId, BedId to, Instant at) {
    ofStay(stayId).execute(monitoring -> monitoring.move(to, at));
  }

  /** Ends what is still breached and watches the stay no longer. */
  public void stop(StayId stayId, Instant at) {
    ofStay(stayId).execute(monitoring -> monitoring.stop(at));
  }

  Aggregate<Monitoring> ofStay(StayId stayId) {
    return load(MonitoringId.of(stayId));
  }

  Aggregate<Monitoring> load(MonitoringId id) {
    return monitorings.load(id.value());
  }

  /** The chart of a patient who is in no stay; it exists from the first set on. */
  Aggregate<Monitoring> outsideStays(PatientId patient, Instant at) {
    MonitoringId id = MonitoringId.outsideStays(patient);
    MonitoringStarted started = new MonitoringStarted(id, patient, null, null, at, null, at);
    Aggregate<Monitoring> chart = loadOrCreate(id);
    chart.execute(monitoring -> monitoring.startUnlessStarted(started));
    return chart;
  }

  private Aggregate<Monitoring> loadOrCreate(MonitoringId id) {
    try {
      return monitorings.loadOrCreate(id.value(), Monitoring::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a monitoring could not be created", e);
    }
  }
}
