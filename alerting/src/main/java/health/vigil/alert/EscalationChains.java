package health.vigil.alert;

import health.vigil.monitoring.score.Band;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The escalation chains of a hospital, by urgency.
 *
 * @param standard for every ward and every urgency
 * @param ofWards what a ward has otherwise; what it does not name is as in {@code standard}
 */
public record EscalationChains(
    Map<Band, EscalationChain> standard, Map<WardId, Map<Band, EscalationChain>> ofWards) {
  /**
   * HIGH: nurse at once, registrar after 5 min, critical care after 15. MEDIUM: nurse at once,
   * medical team after 15 min. LOW_MEDIUM: nurse at once, medical team after 30 min. LOW: nurse.
   */
  public static final EscalationChains STANDARD =
      new EscalationChains(
          Map.of(
              Band.HIGH,
              EscalationChain.of("NURSE")
                  .then("REGISTRAR", Duration.ofMinutes(5))
                  .then("CRITICAL_CARE", Duration.ofMinutes(15)),
              Band.MEDIUM,
              EscalationChain.of("NURSE").then("MEDICAL_TEAM", Duration.ofMinutes(15)),
              Band.LOW_MEDIUM,
              EscalationChain.of("NURSE").then("MEDICAL_TEAM", Duration.ofMinutes(30)),
              Band.LOW,
              EscalationChain.of("NURSE")),
          Map.of());

  public EscalationChains {
    standard = Map.copyOf(standard);
    ofWards = Map.copyOf(ofWards);
    for (Band band : Band.values()) {
      if (!standard.containsKey(band)) {
        throw new IllegalArgumentException("there is no standard escalation chain for " + band);
      }
    }
  }

  /** The same, but for one urgency of one ward. */
  public EscalationChains with(WardId ward, Band urgency, EscalationChain chain) {
    Map<Band, EscalationChain> ofWard = new EnumMap<>(Band.class);
    ofWard.putAll(ofWards.getOrDefault(ward, Map.of()));
    ofWard.put(urgency, chain);
    Map<WardId, Map<Band, EscalationChain>> wards = new HashMap<>(ofWards);
    wards.put(ward, Map.copyOf(ofWard));
    return new EscalationChains(standard, wards);
  }

  /** The same, but for one urgency of every ward that has no chain of its own. */
  public EscalationChains with(Band urgency, EscalationChain chain) {
    Map<Band, EscalationChain> other = new EnumMap<>(standard);
    other.put(urgency, chain);
    return new EscalationChains(other, ofWards);
  }

  public EscalationChain of(WardId ward, Band urgency) {
    EscalationChain ofWard = ofWards.getOrDefault(ward, Map.of()).get(urgency);
    return ofWard != null ? ofWard : Objects.requireNonNull(standard.get(urgency));
  }
}
