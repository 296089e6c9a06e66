package health.vigil.projection;

import health.vigil.alert.AlertDecisions;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Priority;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.OxygenSaturation;
import health.vigil.monitoring.vitals.Pulse;
import health.vigil.monitoring.vitals.RespirationRate;
import health.vigil.monitoring.vitals.SystolicBloodPressure;
import health.vigil.monitoring.vitals.Temperature;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.Demographics;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient of one test, in one stay, and what can happen to both. */
public final class PatientFixture {
  public static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

  public final PatientId id = new PatientId(UUID.randomUUID().toString());
  public final StayId stay = new StayId(UUID.randomUUID().toString());
  public final MonitoringId monitoring = MonitoringId.of(stay);

  /** A set as it was measured. */
  public record Measured(
      ObservationId id, Instant measuredAt, VitalSigns values, @Nullable Score score) {
    public CurrentStatus asStatus(@Nullable Instant nextDue) {
      return new CurrentStatus(id, measuredAt, score, nextDue);
    }
  }

  public static WardId someWard() {
    return new WardId(UUID.randomUUID().toString());
  }

  /** A complete set whose only deviation is the pulse: 72 scores 0, 100 scores 1, 120 scores 2. */
  public static Measured pulse(int pulse, Instant measuredAt) {
    return measured(new RespirationRate(BigDecimal.valueOf(16)), pulse, measuredAt);
  }

  /** Without a respiration rate: no total. */
  public static Measured incomplete(int pulse, Instant measuredAt) {
    return measured(null, pulse, measuredAt);
  }

  private static Measured measured(
      @Nullable RespirationRate respiration, int pulse, Instant measuredAt) {
    VitalSigns values =
        new VitalSigns(
            respiration,
            new OxygenSaturation(BigDecimal.valueOf(98)),
            false,
            null,
            null,
            new SystolicBloodPressure(BigDecimal.valueOf(120)),
            null,
            new Pulse(BigDecimal.valueOf(pulse)),
            Consciousness.ALERT,
            new Temperature(new BigDecimal("36.80")),
            Map.of());
    return new Measured(
        new ObservationId(UUID.randomUUID().toString()),
        measuredAt,
        values,
        News2.score(values, OxygenSaturationScale.SCALE_1));
  }

  public static Demographics demographics(String familyName, String givenName) {
    return new Demographics(
        "MRN-" + UUID.randomUUID(), familyName, givenName, LocalDate.of(1950, 5, 17), Sex.FEMALE);
  }

  public PatientRegistered registered(Demographics demographics) {
    return new PatientRegistered(id, claim(), demographics, MORNING);
  }

  public PatientErased erased() {
    return new PatientErased(id, ErasureReason.PATIENT_REQUEST, "first", "second", MORNING);
  }

  public UnidentifiedPatientRegistered registeredAs(String label) {
    return new UnidentifiedPatientRegistered(id, label, MORNING);
  }

  public PatientIdentified identified(Demographics demographics) {
    return new PatientIdentified(id, claim(), demographics, MORNING);
  }

  /** The facts of an admission, the first set due an hour later. */
  public Object[] admitted(BedId bed, Instant at) {
    return new Object[] {
      new PatientAdmitted(stay, id, bed, at, at),
      new BedOccupied(bed, stay, id, at),
      new MonitoringStarted(monitoring, id, stay, bed, at, at.plus(Duration.ofHours(1)), at)
    };
  }

  public Object[] transferred(BedId from, BedId to, Instant at) {
    return new Object[] {
      new PatientTransferred(stay, id, from, to, at),
      new BedVacated(from, stay, id, at),
      new BedOccupied(to, stay, id, at),
      new MonitoringMoved(monitoring, id, stay, from, to, at)
    };
  }

  public Object[] discharged(BedId bed, Instant at) {
    return new Object[] {
      new PatientDischarged(stay, id, bed, at),
      new BedVacated(bed, stay, id, at),
      new MonitoringStopped(monitoring, id, stay, bed, at)
    };
  }

  public StayPaused paused(BedId bed, Instant until) {
    return new StayPaused(stay, id, bed, PauseReason.OFF_WARD, until, MORNING);
  }

  public VitalSignsRecorded recorded(BedId bed, Measured set, CurrentStatus after) {
    return new VitalSignsRecorded(
        monitoring,
        id,
        stay,
        bed,
        set.id(),
        set.values(),
        set.measuredAt(),
        "device-7:1",
        "device-7",
        null,
        assessment(set.score()),
        after,
        set.measuredAt());
  }

  public ObservationCorrected corrected(
      BedId bed, ObservationId original, Measured by, CurrentStatus after) {
    return new ObservationCorrected(
        monitoring,
        id,
        stay,
        bed,
        original,
        by.values(),
        by.measuredAt(),
        assessment(by.score()),
        after,
        "typed into the wrong field",
        by.measuredAt().plusSeconds(600));
  }

  public ObservationRetracted retracted(
      BedId bed, ObservationId original, @Nullable PatientId movedTo, CurrentStatus after) {
    return new ObservationRetracted(
        monitoring, id, stay, bed, original, movedTo, after, "another patient's", MORNING);
  }

  public MonitoringPlanSet planned(
      BedId bed, MonitoringPlan plan, long revision, CurrentStatus after) {
    return new MonitoringPlanSet(
        monitoring, id, stay, bed, plan, revision, after, MORNING.plusSeconds(revision));
  }

  public AlertId alert() {
    return AlertId.of(stay, new AlertRule("NEWS2"), 1);
  }

  public AlertRaised raised(BedId bed, Priority priority, Instant at) {
    return new AlertRaised(
        alert(),
        id,
        stay,
        bed,
        new AlertRule("NEWS2"),
        AlertKind.PHYSIOLOGICAL,
        priority,
        true,
        new Cause(Band.HIGH, null, false, List.of(), false),
        AlertDecisions.VERSION,
        new EscalationStep(1, "NURSE", Duration.ZERO),
        1,
        at);
  }

  public AlertAcknowledged acknowledged(BedId bed, Instant at) {
    return new AlertAcknowledged(alert(), id, stay, bed, at);
  }

  public AlertEnded ended(BedId bed, Instant at) {
    return new AlertEnded(alert(), id, stay, bed, AlertEnd.CLEARED, at);
  }

  private MrnClaimId claim() {
    return new MrnClaimId("mrn:" + id);
  }

  private static Assessment assessment(@Nullable Score score) {
    return new Assessment(score, null, Timeliness.CURRENT, Set.of(Flag.BIRTH_DATE_UNKNOWN), 0);
  }
}
