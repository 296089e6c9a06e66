package health.vigil.monitoring.budget;

import java.math.BigDecimal;

/**
 * What the merged readings said of one vital sign, in its unit.
 *
 * @param mean to 2 decimals, half up
 * @param last of the one measured last
 */
public record MergedValue(BigDecimal min, BigDecimal max, BigDecimal mean, BigDecimal last) {}
