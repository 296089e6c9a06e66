package health.vigil.rules;

import org.jspecify.annotations.Nullable;

/**
 * What became of one rule.
 *
 * @param rule its key in the configuration
 * @param from null when there was none
 * @param to null when there is none any more
 */
public record RuleChange(String rule, @Nullable String from, @Nullable String to) {}
