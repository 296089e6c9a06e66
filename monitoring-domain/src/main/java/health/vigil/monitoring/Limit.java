package health.vigil.monitoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A plan's own limits for one vital sign: a value below {@code low} or above {@code high} breaches
 * it.
 */
public record Limit(@Nullable BigDecimal low, @Nullable BigDecimal high) {}
