package health.vigil.personal.master;

import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The keys that wrap the keys of patients. They stay with whoever keeps them: a file, a key store,
 * a key management service. An adapter of such a service implements this and nothing else.
 *
 * <p>A key is known by an id, which stands beside what it wraps. Safe for use by many threads.
 */
public interface MasterKeys {
  /** The id of the key that wraps from now on; one of {@link #ids}. */
  String current();

  /** The ids of all that can unwrap. */
  Set<String> ids();

  /**
   * Wraps the secret of a patient with the current key.
   *
   * @param about bound to what is wrapped; needed again to unwrap it
   */
  Wrapped wrap(byte[] secret, byte[] about) throws GeneralSecurityException;

  /**
   * The secret again.
   *
   * @throws UnknownMasterKey when there is no key with this id
   * @throws GeneralSecurityException when this key did not wrap it, or not for {@code about}
   */
  byte[] unwrap(Wrapped wrapped, byte[] about) throws GeneralSecurityException;

  /** Looks again at where the keys come from; those that can not be read stay as they are. */
  default void refresh() {}
}
