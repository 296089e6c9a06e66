package health.vigil.projection.testlog;

import health.vigil.monitoring.MonitoringEvent.ObservationPartRecorded;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.PartId;
import health.vigil.monitoring.budget.MergedValue;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies in the log beside some sets: further messages of theirs, readings merged into them. */
final class Particulars {
  private final World world;

  Particulars(World world) {
    this.world = world;
  }

  /** Nothing for most sets. */
  List<Object> of(VitalSignsRecorded set) {
    List<Object> beside = new ArrayList<>();
    if (world.chance.percent(3)) {
      beside.add(part(set));
    }
    if (world.chance.percent(3)) {
      beside.add(merged(set));
    }
    return beside;
  }

  private ObservationPartRecorded part(VitalSignsRecorded set) {
    return new ObservationPartRecorded(
        set.monitoringId(),
        set.patientId(),
        set.stayId(),
        set.bed(),
        set.observationId(),
        new PartId(world.chance.uuid()),
        Set.of(Vital.PULSE),
        set.measuredAt(),
        set.device(),
        set.at());
  }

  private ReadingsMerged merged(VitalSignsRecorded set) {
    BigDecimal pulse = BigDecimal.valueOf(70);
    return new ReadingsMerged(
        set.monitoringId(),
        set.patientId(),
        set.stayId(),
        set.bed(),
        set.observationId(),
        set.device(),
        59,
        set.measuredAt().minusSeconds(60),
        set.measuredAt(),
        Map.of(Vital.PULSE, new MergedValue(pulse, pulse, pulse, pulse)),
        set.at());
  }
}
