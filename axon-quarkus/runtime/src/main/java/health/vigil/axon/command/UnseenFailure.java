package health.vigil.axon.command;

import java.util.function.BooleanSupplier;

/** A command of a reaction failed; {@code seen} tells whether its sender looked at that. */
record UnseenFailure(String sender, String command, Throwable cause, BooleanSupplier seen) {}
