package health.vigil.personal.key;

import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one patient's key.
 *
 * @param wrapped null once the key is destroyed
 * @param erasedAt when it was destroyed; null while it lives
 */
public record KeyRow(String patient, @Nullable Wrapped wrapped, @Nullable Instant erasedAt) {}
