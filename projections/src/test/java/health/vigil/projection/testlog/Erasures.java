package health.vigil.projection.testlog;

import health.vigil.patient.ErasureReason;
import health.vigil.patient.MrnClaimEvent.MrnReleased;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.ErasureWithdrawn;
import health.vigil.patient.PatientEvent.PatientErased;
import java.time.Duration;

/** Patients are erased, or after all not. */
final class Erasures {
  private static final ErasureReason WHY = ErasureReason.PATIENT_REQUEST;

  private final World world;

  Erasures(World world) {
    this.world = world;
  }

  void erase() {
    World.Person person = world.somebodyAtHome();
    if (person == null) {
      return;
    }
    world.log.append(
        world.now(),
        new ErasureRequested(
            person.id, WHY, "Letter", "first", world.now().plus(Duration.ofDays(7)), world.now()));
    if (world.chance.percent(30)) {
      world.log.append(world.now(), new ErasureWithdrawn(person.id, "first", world.now()));
      return;
    }
    PatientErased erased = new PatientErased(person.id, WHY, "first", "second", world.now());
    if (person.claim == null) {
      world.log.append(world.now(), erased);
    } else {
      world.log.append(world.now(), erased, new MrnReleased(person.claim, person.id, world.now()));
    }
    world.people.remove(person);
  }
}
