package health.vigil.simulator.physiology;

/**
 * What acts on a patient at one moment, illness and treatment alike.
 *
 * @param infection systemic response, 0 none to 1 septic
 * @param bloodLoss share of the blood volume that is missing, 0 to 0.45
 * @param opioid effect at its site, 0 none to 1 apnoea is near
 * @param lungFailure loss of gas exchange, 0 none to 1
 * @param oxygen litres a minute by cannula or mask, 0 to 15
 * @param delirium 0 clear to 1; from a half the patient is confused
 */
public record Strain(
    double infection,
    double bloodLoss,
    double opioid,
    double lungFailure,
    double oxygen,
    double delirium) {
  /** Nothing is the matter. */
  public static final Strain NONE = new Strain(0, 0, 0, 0, 0, 0);
}
