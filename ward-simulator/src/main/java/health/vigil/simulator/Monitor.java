package health.vigil.simulator;

import health.vigil.simulator.physiology.Patient;
import health.vigil.simulator.physiology.Vitals;
import health.vigil.simulator.scenario.DeviceTrouble;
import health.vigil.simulator.scenario.DeviceTrouble.Kind;
import health.vigil.simulator.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The device at one bed, and the nurse who fills in what it can not measure. What is sent at a
 * moment follows from the seed, the scenario and the moment alone: sent again, after a restart too,
 * it is the same message with the same id.
 */
final class Monitor {
  private static final int CUFF_EVERY = 60;
  private static final int CUFF_AT = 30;
  private static final int TEMPERATURE_EVERY = 300;
  private static final int TEMPERATURE_AT = 150;

  private final BedPlan plan;
  private final String run;
  private final long setEvery;
  private Patient patient;
  private long round;

  /**
   * @param run tells apart runs that would send other content under the same id
   * @param setEvery ticks from one complete set to the next; between them a continuous device sends
   *     what it measures by itself
   */
  Monitor(BedPlan plan, String run, long setEvery) {
    this.plan = plan;
    this.run = run;
    this.setEvery = setEvery;
    this.patient = scenario().patient(plan.seed());
  }

  /** What is sent, and by which device. */
  record Message(
      String id, String device, boolean complete, boolean misfiled, Map<String, Object> body) {}

  /** Nothing while the device is silent. */
  Optional<Message> message(Moment moment) {
    Optional<DeviceTrouble> trouble = scenario().troubleAt(moment.minute());
    boolean silent =
        trouble.map(DeviceTrouble::kind).filter(Kind.SILENT::equals).isPresent()
            || plan.lent().filter(span -> span.holds(moment.minute())).isPresent();
    if (silent) {
      return Optional.empty();
    }
    boolean complete = moment.tick() % setEvery == 0;
    Map<String, Object> body = complete ? complete(moment) : reading(moment);
    trouble.map(DeviceTrouble::fields).ifPresent(fields -> lose(fields, body));
    if (!complete && !body.containsKey("pulse") && !body.containsKey("oxygenSaturation")) {
      return Optional.empty();
    }
    String id = "%s:%s:%d".formatted(plan.device(), run, moment.tick());
    boolean misfiled =
        trouble.map(DeviceTrouble::kind).filter(Kind.ON_NEIGHBOUR::equals).isPresent();
    String device = misfiled ? plan.nextDevice() : plan.device();
    body.put("messageId", id);
    body.put("device", device);
    return Optional.of(new Message(id, device, complete, misfiled, body));
  }

  private Map<String, Object> complete(Moment moment) {
    Vitals vitals = vitals(moment);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("measuredAt", moment.at().toString());
    set.put("respirationRate", whole(vitals.respirationRate()));
    set.put("oxygenSaturation", whole(vitals.oxygenSaturation()));
    set.put("supplementalOxygen", vitals.oxygenFlow() > 0);
    if (vitals.oxygenFlow() > 0) {
      set.put("oxygenFlow", tenths(vitals.oxygenFlow()));
    }
    set.put("systolicBloodPressure", whole(vitals.systolicBloodPressure()));
    set.put("diastolicBloodPressure", whole(vitals.diastolicBloodPressure()));
    set.put("pulse", whole(vitals.pulse()));
    set.put("consciousness", vitals.consciousness().name());
    set.put("temperature", tenths(vitals.temperature()));
    return set;
  }

  /** What sensors give every second, the cuff every minute, the thermometer every five. */
  private Map<String, Object> reading(Moment moment) {
    Vitals vitals = vitals(moment);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("measuredAt", moment.at().toString());
    set.put("respirationRate", whole(vitals.respirationRate()));
    set.put("oxygenSaturation", whole(vitals.oxygenSaturation()));
    set.put("pulse", whole(vitals.pulse()));
    if (moment.tick() % CUFF_EVERY == CUFF_AT) {
      set.put("systolicBloodPressure", whole(vitals.systolicBloodPressure()));
      set.put("diastolicBloodPressure", whole(vitals.diastolicBloodPressure()));
    }
    if (moment.tick() % TEMPERATURE_EVERY == TEMPERATURE_AT) {
      set.put("temperature", tenths(vitals.temperature()));
    }
    set.put("continuous", true);
    return set;
  }

  private static void lose(Set<String> fields, Map<String, Object> body) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String field : fields.stream().sorted().toList()) {
      if (body.remove(field) != null) {
        reasons.put(field, "DEVICE_FAULT");
      }
    }
    if (!reasons.isEmpty()) {
      body.put("notMeasured", reasons);
    }
  }

  /** Each round through the scenario is another patient's luck. */
  private Vitals vitals(Moment moment) {
    if (moment.round() != round) {
      round = moment.round();
      patient = scenario().patient(plan.seed() + (round << 32));
    }
    return patient.at(moment.minute());
  }

  private Scenario scenario() {
    return plan.scenario();
  }

  private static long whole(double value) {
    return Math.round(value);
  }

  private static BigDecimal tenths(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}
