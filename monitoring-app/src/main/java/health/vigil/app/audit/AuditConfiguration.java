package health.vigil.app.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much of the log auditors may have at once. */
@ConfigMapping(prefix = "vigil.audit")
interface AuditConfiguration {
  /** How many verifications and exports this node serves at once. */
  @WithDefault("4")
  @Min(1)
  @Max(100)
  int atMost();

  /** How many events one page of the log looks at, at most. */
  @WithDefault("20000")
  @Min(1)
  @Max(1000000)
  int eventsAPage();
}
