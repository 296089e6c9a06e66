package health.vigil.projection.ward;

import health.vigil.patient.PatientId;
import health.vigil.projection.Progress;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Reads the ward board. */
class WardBoardQueries {
  /** One statement sees one state: the position and the rows belong together. */
  private static final String BOARD =
      """
      select progress.position, bed, stay
      from Progress progress
      left join BoardBed bed on bed.ward = :ward
      left join BoardStay stay on stay.stay = bed.stay
      where progress.projection = :projection
      order by bed.bed
      """;

  private final EntityManager entities;

  WardBoardQueries(EntityManager entities) {
    this.entities = entities;
  }

  @QueryHandler
  @Transactional
  WardBoard handle(FindWardBoard query) {
    List<Object[]> found =
        entities
            .createQuery(BOARD, Object[].class)
            .setParameter("ward", query.ward().value())
            .setParameter("projection", WardBoardProjection.GROUP)
            .getResultList();
    long position = found.isEmpty() ? Progress.NOTHING_YET : (long) found.get(0)[0];
    List<WardBoard.Row> rows =
        found.stream()
            .filter(columns -> columns[1] != null)
            .map(columns -> row((BoardBed) columns[1], (BoardStay) columns[2], query.now()))
            .toList();
    return new WardBoard(query.ward(), position, rows);
  }

  private static WardBoard.Row row(BoardBed bed, @Nullable BoardStay stay, Instant now) {
    return new WardBoard.Row(new BedId(bed.bed), stay == null ? null : patient(stay, now));
  }

  private static WatchedPatient patient(BoardStay stay, Instant now) {
    ObservationDue due = stay.due();
    return new WatchedPatient(
        new PatientId(stay.patient),
        new StayId(stay.stay),
        stay.admittedAt,
        stay.measuredAt,
        stay.score,
        stay.recent.values(stay.basis),
        latest(stay),
        stay.recent.trend(),
        new WatchedPatient.Plan(stay.spo2Scale, stay.scoring, stay.planRevision),
        stay.nextObservationDue,
        due.overdue(now),
        due.stale(now),
        due.paused(now) ? pause(stay) : null,
        stay.alerts);
  }

  private static WatchedPatient.@Nullable Latest latest(BoardStay stay) {
    RecentSets.Entry newest = stay.recent.latestBeside(stay.basis);
    return newest == null
        ? null
        : new WatchedPatient.Latest(newest.measuredAt(), newest.vitalSigns());
  }

  private static WatchedPatient.Pause pause(BoardStay stay) {
    return new WatchedPatient.Pause(
        Objects.requireNonNull(stay.pauseReason), Objects.requireNonNull(stay.pausedUntil));
  }
}
