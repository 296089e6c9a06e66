package health.vigil.projection.testlog;

import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import java.time.LocalDate;
import java.util.List;

/** Patients become known. */
final class Registrations {
  private static final List<String> FAMILIES =
      List.of("Ödegård", "O'Neill", "Nguyen", "Schmidt", "García", "de Vries", "Kowalski", "Baño");
  private static final List<String> GIVEN =
      List.of("Ada", "Élodie", "Noor", "Pat", "Jörg", "Ming", "Sam", "Zoë");

  private final World world;
  private int numbers;
  private int labels;

  Registrations(World world) {
    this.world = world;
  }

  void register() {
    PatientId id = new PatientId(world.chance.uuid());
    if (world.chance.percent(15)) {
      world.log.append(
          world.now(), new UnidentifiedPatientRegistered(id, "Unknown " + ++labels, world.now()));
      world.people.add(new World.Person(id, false));
      return;
    }
    MrnClaimId claim = claim();
    world.log.append(
        world.now(),
        new MrnClaimed(claim, id, world.now()),
        new PatientRegistered(id, claim, somebody(), world.now()));
    World.Person known = new World.Person(id, true);
    known.claim = claim;
    world.people.add(known);
  }

  void identify() {
    World.Person unknown =
        world.chance.of(world.people.stream().filter(person -> !person.identified).toList());
    if (unknown != null) {
      MrnClaimId claim = claim();
      unknown.identified = true;
      unknown.claim = claim;
      world.log.append(
          world.now(),
          new MrnClaimed(claim, unknown.id, world.now()),
          new PatientIdentified(unknown.id, claim, somebody(), world.now()));
    }
  }

  private MrnClaimId claim() {
    return new MrnClaimId(
        "mrn:" + Long.toHexString(world.seed) + "-" + Integer.toHexString(++numbers));
  }

  private Demographics somebody() {
    Chance chance = world.chance;
    return new Demographics(
        "MRN-" + world.seed + "-" + numbers,
        chance.oneOf(FAMILIES),
        chance.oneOf(GIVEN),
        chance.percent(95)
            ? LocalDate.of(1930 + chance.upTo(75), 1, 1).plusDays(chance.upTo(365))
            : null,
        chance.oneOf(List.of(Sex.values())));
  }
}
