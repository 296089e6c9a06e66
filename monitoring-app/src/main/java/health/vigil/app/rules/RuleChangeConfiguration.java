package health.vigil.app.rules;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who changes the rules with this start, and why. */
@ConfigMapping(prefix = "vigil.rules")
interface RuleChangeConfiguration {
  /** The id of the person who answers for the change. */
  Optional<String> changedBy();

  /** Why, in that person's words; serves for one change. */
  Optional<String> changeReason();
}
