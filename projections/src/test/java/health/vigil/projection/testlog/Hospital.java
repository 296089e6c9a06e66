package health.vigil.projection.testlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets a hospital run, one act after another, each as often as its weight says. */
final class Hospital {
  private static final int PATIENTS_AT_FIRST = 90;
  private static final int STAYS_AT_FIRST = 36;

  private final World world;
  private final Registrations registrations;
  private final Movements movements;
  private final List<Runnable> acts = new ArrayList<>();

  Hospital(long seed) {
    world = new World(seed);
    Alarms alarms = new Alarms(world);
    registrations = new Registrations(world);
    movements = new Movements(world, alarms);
    Observations observations = new Observations(world, alarms);
    Erasures erasures = new Erasures(world);
    Bookings bookings = new Bookings(world);
    act(560, observations::inTime);
    act(50, observations::late);
    act(25, observations::tooLateToAlert);
    act(25, observations::outsideAStay);
    act(30, observations::correct);
    act(20, observations::retract);
    act(10, observations::plan);
    act(90, alarms::acknowledge);
    act(60, alarms::escalate);
    act(15, alarms::overdue);
    act(25, movements::admit);
    act(18, movements::discharge);
    act(15, movements::transfer);
    act(8, movements::swap);
    act(15, movements::pause);
    act(12, registrations::register);
    act(3, registrations::identify);
    act(4, erasures::erase);
    act(20, bookings::request);
    act(45, bookings::goOn);
  }

  GeneratedLog runUntil(int events) {
    repeat(PATIENTS_AT_FIRST, registrations::register);
    repeat(STAYS_AT_FIRST, movements::admit);
    while (world.log.events() < events) {
      world.pass(world.chance.between(Duration.ofSeconds(1), Duration.ofSeconds(40)));
      world.chance.oneOf(acts).run();
    }
    return world.log.log();
  }

  private void act(int weight, Runnable act) {
    repeat(weight, () -> acts.add(act));
  }

  private static void repeat(int times, Runnable act) {
    for (int i = 0; i < times; i++) {
      act.run();
    }
  }
}
