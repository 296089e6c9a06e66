package health.vigil.monitoring;

import static java.util.Objects.requireNonNull;

import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.RecordTogether.AmendPart;
import health.vigil.monitoring.RecordTogether.RecordSet;
import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.patient.PatientSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Aggregate;

/** The sets that one command records and amends, each as it stands between its steps. */
final class OpenSets {
  private static final String REASON = "amended by its sender";

  private final MonitoringFile file;
  private final ObservationLog log;
  private final MonitoringRules rules;
  private final Origins origins;
  private final Map<MonitoringId, Aggregate<Monitoring>> open = new HashMap<>();
  private final Map<ObservationId, RecordedObservation> standing = new HashMap<>();
  private final Map<ObservationId, AssessedSet> assessed = new LinkedHashMap<>();

  OpenSets(MonitoringFile file, ObservationLog log, MonitoringRules rules, Origins origins) {
    this.file = file;
    this.log = log;
    this.rules = rules;
    this.origins = origins;
  }

  /** Locks the streams of all steps, in the order of their ids. */
  void open(Iterable<Step> steps, Map<PatientId, PatientSummary> patients) {
    Map<String, Supplier<Aggregate<Monitoring>>> streams = new TreeMap<>();
    for (Step step : steps) {
      if (step instanceof RecordSet set) {
        MonitoringId id = streamOf(set.set(), patients);
        streams.put(id.value(), () -> opened(set.set(), patients));
      } else if (step instanceof AmendPart part) {
        log.find(part.observationId())
            .map(RecordedObservation::monitoringId)
            .ifPresent(id -> streams.putIfAbsent(id.value(), () -> file.load(id)));
      }
    }
    streams.forEach((id, stream) -> open.put(new MonitoringId(id), stream.get()));
  }

  /** Does the steps in the order given. */
  Map<ObservationId, AssessedSet> done(
      Iterable<Step> steps, Map<PatientId, PatientSummary> patients) {
    for (Step step : steps) {
      PatientSummary patient = patientOf(step, patients);
      if (step instanceof RecordSet set) {
        StepRefused.in(
            set, () -> origins.during(set.origin(), () -> record(set, patient, patients)));
      } else if (step instanceof AmendPart part) {
        StepRefused.in(part, () -> origins.during(part.origin(), () -> amend(part, patient)));
      }
    }
    return assessed;
  }

  private void record(
      RecordSet step, PatientSummary patient, Map<PatientId, PatientSummary> patients) {
    RecordVitalSigns set = step.set();
    MeasurementTime.check(set.measuredAt(), patient.birthDate(), set.at(), rules);
    AgeGroup age = AgeGroup.of(patient.birthDate(), set.measuredAt(), rules);
    MonitoringId stream = streamOf(set, patients);
    Aggregate<Monitoring> monitoring = requireNonNull(open.get(stream));
    assessed.put(set.observationId(), monitoring.invoke(found -> found.record(set, age, rules)));
    for (SetPart part : step.further()) {
      origins.during(part.origin(), () -> note(monitoring, set.observationId(), part, set.at()));
    }
    standing.put(
        set.observationId(),
        new RecordedObservation(
            set.observationId(),
            stream,
            set.patientId(),
            set.values(),
            set.measuredAt(),
            set.messageId(),
            set.device(),
            false,
            false));
  }

  private void amend(AmendPart step, PatientSummary patient) {
    RecordedObservation before = standing(step);
    Instant measuredAt = step.measuredAt() == null ? before.measuredAt() : step.measuredAt();
    VitalSigns values =
        Shares.join(Shares.without(before.values(), step.outdated()), step.values());
    Aggregate<Monitoring> monitoring = requireNonNull(open.get(before.monitoringId()));
    if (values.equals(before.values()) && measuredAt.equals(before.measuredAt())) {
      note(step, measuredAt, monitoring);
      return;
    }
    MeasurementTime.check(measuredAt, patient.birthDate(), step.at(), rules);
    boolean nothingLeft = Shares.told(values).isEmpty();
    if (nothingLeft) {
      retract(step, monitoring);
    } else {
      AgeGroup age = AgeGroup.of(patient.birthDate(), measuredAt, rules);
      correct(step, values, measuredAt, age, monitoring);
    }
    standing.put(before.observationId(), after(before, values, measuredAt, nothingLeft));
  }

  private void retract(AmendPart step, Aggregate<Monitoring> monitoring) {
    RetractObservation retraction =
        new RetractObservation(
            step.patientId(), step.observationId(), REASON, null, null, step.at());
    monitoring.execute(found -> found.retract(retraction, rules));
  }

  private void correct(
      AmendPart step,
      VitalSigns values,
      Instant measuredAt,
      AgeGroup age,
      Aggregate<Monitoring> monitoring) {
    CorrectObservation correction =
        new CorrectObservation(
            step.patientId(), step.observationId(), values, measuredAt, REASON, step.at());
    assessed.put(
        step.observationId(), monitoring.invoke(found -> found.correct(correction, age, rules)));
    note(step, measuredAt, monitoring);
  }

  /** So that an amendment that changes no value is known, too, when it comes again. */
  private static void note(AmendPart step, Instant measuredAt, Aggregate<Monitoring> monitoring) {
    SetPart part =
        new SetPart(step.part(), Shares.told(step.values()), measuredAt, null, step.origin());
    note(monitoring, step.observationId(), part, step.at());
  }

  private static void note(
      Aggregate<Monitoring> monitoring, ObservationId set, SetPart part, Instant at) {
    monitoring.execute(found -> found.note(set, part, at));
  }

  /** As this command left it, else as the log has it: read under the lock of its stream. */
  private RecordedObservation standing(AmendPart step) {
    RecordedObservation known = standing.get(step.observationId());
    if (known == null) {
      return Observations.find(step.observationId(), step.patientId(), log);
    }
    if (known.retracted()) {
      throw Retracted.alreadyRetracted();
    }
    return known;
  }

  private static RecordedObservation after(
      RecordedObservation set, VitalSigns values, Instant measuredAt, boolean retracted) {
    return new RecordedObservation(
        set.observationId(),
        set.monitoringId(),
        set.patientId(),
        values,
        measuredAt,
        set.messageId(),
        set.device(),
        retracted,
        false);
  }

  private Aggregate<Monitoring> opened(
      RecordVitalSigns set, Map<PatientId, PatientSummary> patients) {
    return Observations.streamFor(set, patient(set.patientId(), patients), file);
  }

  private static MonitoringId streamOf(
      RecordVitalSigns set, Map<PatientId, PatientSummary> patients) {
    return Observations.streamOf(set, patient(set.patientId(), patients));
  }

  private static PatientSummary patientOf(Step step, Map<PatientId, PatientSummary> patients) {
    return patient(step.patientId(), patients);
  }

  private static PatientSummary patient(PatientId id, Map<PatientId, PatientSummary> patients) {
    return requireNonNull(patients.get(id), "every patient of the command was looked at");
  }
}
