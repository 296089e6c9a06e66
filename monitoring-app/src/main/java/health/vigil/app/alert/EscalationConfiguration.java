package health.vigil.app.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of an alert while nobody acknowledges it: steps of {@code ROLE:TIME}, the time
 * counted from the raising, the first at once. A ward may have chains of its own. Public because
 * the check of the configuration looks into it.
 */
@ConfigMapping(prefix = "vigil.alert.escalation")
public interface EscalationConfiguration {
  /** Of alerts of high priority. */
  @WithDefault("NURSE:0s,REGISTRAR:5m,CRITICAL_CARE:15m")
  List<@WithConverter(StepConverter.class) ConfiguredStep> high();

  /** Of alerts of medium priority. */
  @WithDefault("NURSE:0s,MEDICAL_TEAM:15m")
  List<@WithConverter(StepConverter.class) ConfiguredStep> medium();

  /** Of a single parameter of 3 with a total below 5. */
  @WithDefault("NURSE:0s,MEDICAL_TEAM:30m")
  List<@WithConverter(StepConverter.class) ConfiguredStep> lowMedium();

  /** Of alerts of low priority. */
  @WithDefault("NURSE:0s")
  List<@WithConverter(StepConverter.class) ConfiguredStep> low();

  /** What a ward has otherwise, by its name. */
  Map<String, OfWard> ward();

  /** As of every ward; what is absent is as everywhere. */
  interface OfWard {
    Optional<List<@WithConverter(StepConverter.class) ConfiguredStep>> high();

    Optional<List<@WithConverter(StepConverter.class) ConfiguredStep>> medium();

    Optional<List<@WithConverter(StepConverter.class) ConfiguredStep>> lowMedium();

    Optional<List<@WithConverter(StepConverter.class) ConfiguredStep>> low();
  }
}
