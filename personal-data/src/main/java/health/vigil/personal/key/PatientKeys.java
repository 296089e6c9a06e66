package health.vigil.personal.key;

import health.vigil.patient.PatientId;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.Wrapped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of each patient: made when it is first needed, destroyed once and for ever. Safe for use
 * by many threads and nodes.
 *
 * <p>Every method that needs the table or a master key throws {@link KeysUnavailable} when it can
 * not have them.
 */
public final class PatientKeys {
  /** Whose key seals what is personal and about no patient. It can not be erased. */
  public static final PatientId SYSTEM = new PatientId("system");

  private static final SecureRandom CHANCE = new SecureRandom();

  private final KeyTable table;
  private final MasterKeys masters;
  private final RememberedKeys remembered;
  private final MissingKeys missing;

  /** As the other, where no key is missing. */
  public PatientKeys(KeyTable table, MasterKeys masters, int remembered) {
    this(table, masters, remembered, MissingKeys.NONE);
  }

  /**
   * @param remembered how many keys are kept in memory, those that were used last
   * @param missing is asked about patients without a row, and about nobody else
   */
  public PatientKeys(KeyTable table, MasterKeys masters, int remembered, MissingKeys missing) {
    this.table = table;
    this.masters = masters;
    this.remembered = new RememberedKeys(remembered);
    this.missing = missing;
  }

  /** Whether the patient's key was destroyed. Somebody who never had one is not erased. */
  public boolean isErased(PatientId patient) {
    KeyState known = remembered.of(patient.value());
    return (known.isKnown() ? known : stored(patient.value())).isErased();
  }

  /**
   * Destroys the patient's key for ever, also before there is one: from now on what it sealed can
   * be opened by nobody. Doing it again changes nothing.
   *
   * @param at when it was decided
   * @throws IllegalArgumentException for {@link #SYSTEM}
   */
  public void destroy(PatientId patient, Instant at) {
    if (patient.equals(SYSTEM)) {
      throw new IllegalArgumentException("the key of the system is no patient's");
    }
    table.destroy(patient.value(), at);
    forget(patient);
  }

  /**
   * Forgets the key of somebody who is erased for good. Call it on every node, as soon as the log
   * tells of the erasure: this node then seals and opens nothing of the patient's any more, even
   * when the row of the key is destroyed only later.
   */
  public void forget(PatientId erased) {
    remembered.erased(erased.value());
  }

  /** Forgets every key, which is then read and unwrapped anew. */
  public void forgetAll() {
    remembered.clear();
  }

  /**
   * The key to seal with, made for somebody new; empty when the patient is erased.
   *
   * @throws KeysUnavailable also when the key is lost
   */
  Optional<PatientKey> toSeal(PatientId patient) {
    KeyState known = known(patient.value());
    if (known.isKnown()) {
      return known.key();
    }
    if (!missing.mayBeMade(patient)) {
      throw KeysUnavailable.lost();
    }
    table.add(patient.value(), made(patient.value()));
    KeyState added = known(patient.value());
    if (!added.isKnown()) {
      throw KeysUnavailable.lost();
    }
    return added.key();
  }

  /**
   * The key to open with; empty when the patient is erased, or lost keys are given up.
   *
   * @throws LostKey when there is no row: nothing may be taken for erased by it
   */
  Optional<PatientKey> toOpen(PatientId patient) {
    KeyState known = known(patient.value());
    if (!known.isKnown() && !missing.areGivenUp()) {
      throw new LostKey();
    }
    return known.key();
  }

  private KeyState known(String patient) {
    KeyState known = remembered.of(patient);
    if (known.isKnown()) {
      return known;
    }
    KeyState stored = stored(patient);
    return stored.isKnown() ? remembered.remember(patient, stored) : stored;
  }

  private Wrapped made(String patient) {
    byte[] secret = new byte[PatientKey.SECRET_BYTES];
    CHANCE.nextBytes(secret);
    try {
      return masters.wrap(secret, about(patient));
    } catch (GeneralSecurityException failed) {
      throw new KeysUnavailable("A key can not be wrapped", failed);
    }
  }

  private KeyState stored(String patient) {
    return table.find(patient).map(this::state).orElse(KeyState.UNKNOWN);
  }

  private KeyState state(KeyRow row) {
    @Nullable Wrapped wrapped = row.wrapped();
    return wrapped == null ? KeyState.ERASED : KeyState.living(key(row.patient(), wrapped));
  }

  private PatientKey key(String patient, Wrapped wrapped) {
    try {
      return PatientKey.of(masters.unwrap(wrapped, about(patient)));
    } catch (GeneralSecurityException failed) {
      throw new KeysUnavailable(
          "A patient's key can not be unwrapped with the master key '" + wrapped.master() + "'",
          failed);
    }
  }

  /** What a wrapped key is bound to: in another patient's row it is none. */
  static byte[] about(String patient) {
    return patient.getBytes(StandardCharsets.UTF_8);
  }
}
