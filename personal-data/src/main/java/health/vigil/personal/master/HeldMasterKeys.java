package health.vigil.personal.master;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Master keys in the memory of this process (AES-256-GCM). */
final class HeldMasterKeys implements MasterKeys {
  private final String current;
  private final Map<String, Aead> keys;

  /**
   * @throws UnusableMasterKeys when the current one is none of them
   */
  HeldMasterKeys(String current, Map<String, Aead> keys) {
    if (!keys.containsKey(current)) {
      throw new NoCurrentKey(current, keys);
    }
    this.current = current;
    this.keys = Map.copyOf(keys);
  }

  /** These, and others that unwrap. */
  HeldMasterKeys with(Map<String, Aead> others) {
    Map<String, Aead> all = new HashMap<>(others);
    all.putAll(keys);
    return new HeldMasterKeys(current, all);
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public Set<String> ids() {
    return keys.keySet();
  }

  @Override
  public Wrapped wrap(byte[] secret, byte[] about) throws GeneralSecurityException {
    return new Wrapped(current, key(current).encrypt(secret, about));
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, byte[] about) throws GeneralSecurityException {
    return key(wrapped.master()).decrypt(wrapped.bytes(), about);
  }

  private Aead key(String id) throws UnknownMasterKey {
    Aead key = keys.get(id);
    if (key == null) {
      throw new UnknownMasterKey(id);
    }
    return key;
  }
}
