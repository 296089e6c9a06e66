package health.vigil.projection.patient;

import health.vigil.monitoring.MonitoringPlan;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Reads charts and plans. */
class PatientChartQueries {
  private static final String IN_ORDER = " order by measuredAt, recordedPosition";

  @QueryHandler
  @Transactional
  ObservationPage handle(FindObservations query) {
    StringBuilder where = new StringBuilder("patient = :patient");
    Map<String, Object> values = new HashMap<>();
    values.put("patient", query.patientId().value());
    between(query.from(), query.to(), where, values);
    if (query.cursor() != null) {
      ChartCursor after = ChartCursor.parse(query.cursor());
      where.append(
          " and (measuredAt > :after or measuredAt = :after and recordedPosition > :position)");
      values.put("after", after.measuredAt());
      values.put("position", after.recordedPosition());
    }
    List<ChartedSet> found =
        ChartedSet.<ChartedSet>find(where + IN_ORDER, values).range(0, query.limit()).list();
    return page(found, query.limit());
  }

  @QueryHandler
  @Transactional
  PatientChart handle(FindChart query) {
    StringBuilder where = new StringBuilder("patient = :patient and standing <> :retracted");
    Map<String, Object> values = new HashMap<>();
    values.put("patient", query.patientId().value());
    values.put("retracted", Standing.RETRACTED);
    between(query.from(), query.to(), where, values);
    ChartSeries series = new ChartSeries();
    ChartedSet.<ChartedSet>list(where + IN_ORDER, values)
        .forEach(set -> series.add(set.id(), set.current));
    return series.of(query.patientId());
  }

  @QueryHandler
  @Transactional
  @Nullable PlanInForce handle(FindPlan query) {
    DirectoryEntry entry = DirectoryEntry.find(query.patientId());
    if (entry == null || entry.stay == null) {
      return null;
    }
    List<PlanInForce.Revision> history =
        ChartedPlan.<ChartedPlan>list("stay = ?1 order by revision", entry.stay).stream()
            .map(ChartedPlan::read)
            .toList();
    return inForce(query.patientId(), new StayId(entry.stay), history);
  }

  private static PlanInForce inForce(
      PatientId patient, StayId stay, List<PlanInForce.Revision> history) {
    if (history.isEmpty()) {
      return new PlanInForce(patient, stay, 0, MonitoringPlan.STANDARD, history);
    }
    PlanInForce.Revision newest = history.get(history.size() - 1);
    return new PlanInForce(patient, stay, newest.number(), newest.plan(), history);
  }

  private static void between(
      @Nullable Instant from,
      @Nullable Instant to,
      StringBuilder where,
      Map<String, Object> values) {
    if (from != null) {
      where.append(" and measuredAt >= :from");
      values.put("from", from);
    }
    if (to != null) {
      where.append(" and measuredAt < :to");
      values.put("to", to);
    }
  }

  private static ObservationPage page(List<ChartedSet> found, int limit) {
    List<ChartedObservation> sets = found.stream().limit(limit).map(ChartedSet::read).toList();
    boolean more = found.size() > limit;
    return new ObservationPage(sets, more ? found.get(limit - 1).cursor().text() : null);
  }
}
