package health.vigil.simulator.physiology;

/**
 * One patient's breathing, circulation, temperature and consciousness under strain. Everything
 * moves towards where the strain drives it with a delay of its own, and each sees the others: that
 * is what couples the vital signs. Coefficients are rounded from the sources named at each, for
 * adults at rest; this is a plausible patient, not a forecast.
 */
final class Body {
  private static final double SEPTIC_CONFUSION_FROM = 0.8;
  private static final double DELIRIOUS_FROM = 0.5;
  private static final double HYPOXIC_CONFUSION_BELOW = 82;
  private static final double HYPOTENSIVE_CONFUSION_BELOW = 55;
  private static final double VOICE_FROM = 0.55;
  private static final double PAIN_FROM = 0.8;
  private static final double UNRESPONSIVE_FROM = 1.05;

  private final Rest rest;
  private final double hypoxicBelow;
  private final Lagging temperature;
  private final Lagging respirationRate;
  private final Lagging carbonDioxide;
  private final Lagging oxygenSaturation;
  private final Lagging pulse;
  private final Lagging systolic;
  private final Lagging diastolic;
  private final Lagging sedation = new Lagging(0, 6);
  private Strain strain = Strain.NONE;

  Body(Rest rest) {
    this.rest = rest;
    this.hypoxicBelow = Math.min(94, rest.oxygenSaturation() - 1);
    this.temperature = new Lagging(rest.temperature(), 30);
    this.respirationRate = new Lagging(rest.respirationRate(), 2);
    this.carbonDioxide = new Lagging(rest.carbonDioxide(), 6);
    this.oxygenSaturation = new Lagging(rest.oxygenSaturation(), 1.5);
    this.pulse = new Lagging(rest.pulse(), 1.5);
    this.systolic = new Lagging(rest.systolicBloodPressure(), 2);
    this.diastolic = new Lagging(rest.diastolicBloodPressure(), 2);
  }

  /** So many minutes pass under this strain. */
  void pass(double minutes, Strain acting) {
    strain = acting;
    temperature.follow(rest.temperature() + 2.4 * acting.infection(), minutes);
    breathe(minutes);
    circulate(minutes);
    sedation.follow(0.7 * acting.opioid() + above(60, carbonDioxide.value()) / 50, minutes);
  }

  /**
   * Fever adds about 2 breaths a minute for each degree (Nijman, BMJ 2012; 345: e4224), blood loss
   * as in the shock classes of ATLS, hypoxia in proportion to the lost saturation (Rebuck and
   * Campbell, Am Rev Respir Dis 1974; 109: 345). Opioids take rate first, then depth (Pattinson, Br
   * J Anaesth 2008; 100: 747); carbon dioxide rises as ventilation falls, and saturation follows.
   */
  private void breathe(double minutes) {
    double rate =
        rest.respirationRate()
            + 2 * fever()
            + 5 * strain.infection()
            + 35 * strain.bloodLoss()
            + 0.5 * hypoxia()
            + 5 * strain.lungFailure()
            + 1.5 * strain.delirium();
    respirationRate.follow(rate * (1 - 0.68 * strain.opioid()), minutes);

    // Fast breaths are shallow ones: ventilation grows with the root of the rate.
    double ventilation =
        (1 - 0.3 * strain.opioid()) * Math.sqrt(respirationRate.value() / rest.respirationRate());
    double alveolar = Gases.alveolarOxygen(strain.oxygen(), carbonDioxide.value());
    // The ratio stays about the same on oxygen (Gilbert and Keighley, Am Rev Respir Dis 1974).
    double arterial = rest.oxygenTransfer() * (1 - 0.45 * strain.lungFailure()) * alveolar;
    double production = rest.carbonDioxide() * (1 + 0.1 * fever());
    carbonDioxide.follow(production / ventilation + retention(arterial), minutes);
    oxygenSaturation.follow(Gases.saturation(arterial), minutes);
  }

  /** Too much oxygen in chronic retention: O'Driscoll et al., BTS guideline, Thorax 2017. */
  private double retention(double arterialOxygen) {
    return rest.retainsCarbonDioxide() ? 0.15 * above(65, Math.min(150, arterialOxygen)) : 0;
  }

  /**
   * The pulse rises by about 9 for each degree of fever (Liebermeister; 8.5 in Karjalainen and
   * Viitasalo, Arch Intern Med 1986; 146: 1169). Blood loss as in the shock classes of ATLS: the
   * pulse rises from the beginning, the pressure holds to a fifth of the volume and then falls.
   */
  private void circulate(double minutes) {
    double loss = strain.bloodLoss();
    double decompensated = above(0.2, loss);
    pulse.follow(
        rest.pulse()
            + 9 * fever()
            + 18 * strain.infection()
            + 160 * loss
            + 1.2 * hypoxia()
            - 14 * strain.opioid()
            + 8 * strain.delirium(),
        minutes);
    systolic.follow(
        rest.systolicBloodPressure()
            - 30 * loss
            - 260 * decompensated
            - 36 * strain.infection()
            - 15 * strain.opioid()
            + 8 * strain.delirium(),
        minutes);
    diastolic.follow(
        rest.diastolicBloodPressure()
            + 40 * (loss - decompensated)
            - 150 * decompensated
            - 24 * strain.infection()
            - 8 * strain.opioid()
            + 5 * strain.delirium(),
        minutes);
  }

  private double fever() {
    return temperature.value() - rest.temperature();
  }

  private double hypoxia() {
    return above(0, hypoxicBelow - oxygenSaturation.value());
  }

  private static double above(double limit, double value) {
    return Math.max(0, value - limit);
  }

  private Consciousness consciousness() {
    if (sedation.value() >= UNRESPONSIVE_FROM) {
      return Consciousness.UNRESPONSIVE;
    }
    if (sedation.value() >= PAIN_FROM) {
      return Consciousness.PAIN;
    }
    if (sedation.value() >= VOICE_FROM) {
      return Consciousness.VOICE;
    }
    return isClouded() ? Consciousness.CONFUSION : Consciousness.ALERT;
  }

  private boolean isClouded() {
    double mean = (systolic.value() + 2 * diastolic.value()) / 3;
    return strain.delirium() >= DELIRIOUS_FROM
        || strain.infection() >= SEPTIC_CONFUSION_FROM
        || oxygenSaturation.value() < HYPOXIC_CONFUSION_BELOW
        || mean < HYPOTENSIVE_CONFUSION_BELOW;
  }

  Vitals vitals() {
    return new Vitals(
        respirationRate.value(),
        oxygenSaturation.value(),
        strain.oxygen(),
        systolic.value(),
        diastolic.value(),
        pulse.value(),
        consciousness(),
        temperature.value());
  }
}
