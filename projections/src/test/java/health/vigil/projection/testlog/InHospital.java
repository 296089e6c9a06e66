package health.vigil.projection.testlog;

import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stay, with what its monitoring knows. */
final class InHospital {
  /** A set as it stands. */
  record Known(ObservationId id, VitalSigns values, Instant measuredAt, @Nullable Score score) {}

  final StayId stay;
  final World.Person person;
  final Instant since;
  final List<Known> sets = new ArrayList<>();
  final List<OpenAlert> alerts = new ArrayList<>();
  BedId bed;
  MonitoringPlan plan = MonitoringPlan.STANDARD;
  long planRevision;
  int severity;
  int episode;
  @Nullable Band breach;

  InHospital(StayId stay, World.Person person, BedId bed, Instant since) {
    this.stay = stay;
    this.person = person;
    this.bed = bed;
    this.since = since;
  }

  PatientId patient() {
    return person.id;
  }

  MonitoringId monitoring() {
    return MonitoringId.of(stay);
  }

  Instant firstDue() {
    return since.plus(Duration.ofHours(1));
  }

  void know(Known set) {
    forget(set.id());
    sets.add(set);
  }

  void forget(ObservationId id) {
    sets.removeIf(set -> set.id().equals(id));
  }

  Optional<Known> newest() {
    return sets.stream().max(Comparator.comparing(Known::measuredAt));
  }

  CurrentStatus status() {
    return newest()
        .map(set -> new CurrentStatus(set.id(), set.measuredAt(), set.score(), nextDue()))
        .orElse(new CurrentStatus(null, null, null, firstDue()));
  }

  /** What the newest set says is breached, null when nothing is. */
  @Nullable Band level() {
    Score score = newest().map(Known::score).orElse(null);
    if (score == null) {
      return null;
    }
    Band level = score.complete() ? score.band() : score.atLeast();
    return level == Band.LOW ? null : level;
  }

  private Instant nextDue() {
    return sets.stream()
        .filter(set -> set.score() != null && set.score().complete())
        .max(Comparator.comparing(Known::measuredAt))
        .map(set -> set.measuredAt().plus(interval(Objects.requireNonNull(set.score()))))
        .orElse(firstDue());
  }

  private static Duration interval(Score score) {
    return switch (Objects.requireNonNull(score.band())) {
      case LOW -> Duration.ofHours(Objects.equals(score.total(), 0) ? 12 : 4);
      case LOW_MEDIUM, MEDIUM -> Duration.ofHours(1);
      case HIGH -> Duration.ofMinutes(30);
    };
  }
}
