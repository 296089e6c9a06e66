package health.vigil.monitoring.score;

import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sub-score with the cell of the NEWS2 table that gave it.
 *
 * @param score 0 to 3
 * @param cell as people read it, such as "25 or more" or "93 to 94 on oxygen"; without unit and
 *     scale
 * @param read the value as the table reads it, rounded; null for what is not a number
 */
public record SubScore(Vital parameter, int score, String cell, @Nullable BigDecimal read) {}
