package health.vigil.app.rules;

/**
 * A part of the configuration that decides what is recorded of patients, who is told, and when. One
 * bean for each part; what none of them tells may change from one start to the next unseen.
 */
@FunctionalInterface
public interface ClinicalSettings {
  /** Tells each rule of the part, as it is in force on this node. */
  void tell(Rulebook book);
}
