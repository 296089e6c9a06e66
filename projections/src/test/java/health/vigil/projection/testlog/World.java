package health.vigil.projection.testlog;

import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is at one time. */
final class World {
  private static final int BEDS_A_WARD = 12;

  final Chance chance;
  final LogWriter log;
  final long seed;
  final List<Person> people = new ArrayList<>();
  final List<InHospital> stays = new ArrayList<>();
  private final List<BedId> beds;
  private Instant now = Instant.parse("2026-11-01T06:00:00Z");

  /** A patient, admitted or not. */
  static final class Person {
    final PatientId id;
    boolean identified;
    @Nullable MrnClaimId claim;
    boolean admitted;
    boolean charted;

    Person(PatientId id, boolean identified) {
      this.id = id;
      this.identified = identified;
    }
  }

  World(long seed) {
    this.seed = seed;
    chance = new Chance(seed);
    log = new LogWriter(seed);
    beds =
        Stream.of("A", "B", "C", "ICU")
            .map(name -> new WardId(name + seed))
            .flatMap(
                ward ->
                    IntStream.rangeClosed(1, BEDS_A_WARD)
                        .mapToObj(number -> BedId.of(ward, String.valueOf(number))))
            .toList();
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Nullable InHospital someStay() {
    return chance.of(stays);
  }

  @Nullable Person somebodyAtHome() {
    return chance.of(people.stream().filter(person -> !person.admitted).toList());
  }

  @Nullable BedId freeBed() {
    List<BedId> taken = stays.stream().map(stay -> stay.bed).toList();
    return chance.of(beds.stream().filter(bed -> !taken.contains(bed)).toList());
  }
}
