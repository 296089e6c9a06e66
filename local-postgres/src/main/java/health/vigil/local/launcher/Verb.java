package health.vigil.local.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the person at the terminal wants. */
enum Verb {
  /** Everything, with simulated beds. */
  DEMO,
  /** The same without simulated beds. */
  SERVE,
  /** PostgreSQL alone, with its schema, for who restores something into it. */
  DATABASE,
  /** Make or change the schema, and no more. */
  MIGRATE;

  static Optional<Verb> named(String word) {
    return Arrays.stream(values())
        .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
