package health.vigil.personal.key;

import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where wrapped keys of patients lie. Each method is a transaction of its own, whatever the caller
 * is amid: a key is there before what it seals, and stays there when that is not stored.
 *
 * @see PostgresKeyTable
 */
public interface KeyTable {
  Optional<KeyRow> find(String patient);

  /** Adds a living key, unless there is a row of this patient, destroyed or not. */
  void add(String patient, Wrapped wrapped);

  /** Destroys the key, or notes that there is to be none. The first time counts. */
  void destroy(String patient, Instant at);

  /** Puts a key that is wrapped anew in the place of an old one, unless that has changed since. */
  boolean replace(String patient, Wrapped old, Wrapped anew);

  /**
   * Living keys in the order of their patients, at most so many.
   *
   * @param after begins behind this patient; empty for the first
   */
  List<KeyRow> living(String after, int atMost);

  /** The ids of the master keys that living keys are wrapped with. */
  Set<String> masters();

  /** How many living keys are wrapped with another master key than this. */
  long wrappedWithOthersThan(String master);

  /**
   * Living keys that are wrapped with another master key than this, as {@link #living} gives them.
   */
  List<KeyRow> wrappedWithOthersThan(String master, String after, int atMost);
}
