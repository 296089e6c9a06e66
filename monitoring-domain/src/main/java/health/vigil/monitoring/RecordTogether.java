package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded in one append, all or nothing: a refused step refuses all of them, by a {@link
 * StepRefused}. Patients are registered first, the rest is done in the order given. The answer is
 * an {@link AssessedSet} for each set that was recorded or corrected, by its id.
 */
public record RecordTogether(List<Step> steps) {
  public RecordTogether {
    steps = List.copyOf(steps);
  }

  /** Whom a step concerns, and what its events bear as metadata. */
  public sealed interface Step {
    PatientId patientId();

    Origin origin();
  }

  /** Somebody who may have observations in the same command. */
  public record Register(RegisterPatient patient, Origin origin) implements Step {
    @Override
    public PatientId patientId() {
      return patient.patientId();
    }
  }

  /**
   * A set that came as one message or several.
   *
   * @param further the messages beside the one that the set is named after, and that one, too,
   *     where another told of the same vital sign
   */
  public record RecordSet(RecordVitalSigns set, List<SetPart> further, Origin origin)
      implements Step {
    public RecordSet {
      further = List.copyOf(further);
    }

    @Override
    public PatientId patientId() {
      return set.patientId();
    }
  }

  /**
   * One message of a recorded set says something else now. The set is corrected, or retracted when
   * nothing of it is left; when the set says so already, only the part is noted.
   *
   * @param outdated what the message told of before
   * @param values what it tells now, nothing when it is taken back
   * @param measuredAt of the corrected set, null when that stays
   */
  public record AmendPart(
      PatientId patientId,
      ObservationId observationId,
      PartId part,
      Set<Vital> outdated,
      VitalSigns values,
      @Nullable Instant measuredAt,
      Instant at,
      Origin origin)
      implements Step {
    public AmendPart {
      outdated = InEnumOrder.copyOf(Vital.class, outdated);
    }
  }
}
