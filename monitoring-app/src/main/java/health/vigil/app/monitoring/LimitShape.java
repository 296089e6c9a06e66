package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.json.Decimals;
import health.vigil.monitoring.Limit;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The values between which a vital sign breaches nothing. */
@Schema(name = "Limit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitShape(@Nullable BigDecimal low, @Nullable BigDecimal high) {
  public static LimitShape of(Limit limit) {
    return new LimitShape(limit.low(), limit.high());
  }

  Limit limit() {
    return new Limit(low, high);
  }

  /** Named so that no reader of beans takes it for a field. */
  boolean hasSensibleBounds() {
    return isSensible(low) && isSensible(high);
  }

  private static boolean isSensible(@Nullable BigDecimal bound) {
    return bound == null || Decimals.isSensible(bound);
  }
}
