package health.vigil.personal.master;

import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Master keys that are read again when one is missing: a key that another node uses already may
 * have come to this node's file since.
 */
final class FreshMasterKeys implements MasterKeys {
  private final Supplier<HeldMasterKeys> source;
  private volatile HeldMasterKeys held;

  /**
   * @throws UnusableMasterKeys when the source gives none
   */
  FreshMasterKeys(Supplier<HeldMasterKeys> source) {
    this.source = source;
    this.held = source.get();
  }

  @Override
  public String current() {
    return held.current();
  }

  @Override
  public Set<String> ids() {
    return held.ids();
  }

  @Override
  public Wrapped wrap(byte[] secret, byte[] about) throws GeneralSecurityException {
    return held.wrap(secret, about);
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, byte[] about) throws GeneralSecurityException {
    if (!held.ids().contains(wrapped.master())) {
      refresh();
    }
    return held.unwrap(wrapped, about);
  }

  @Override
  public void refresh() {
    try {
      held = source.get();
    } catch (UnusableMasterKeys unusable) {
      // Somebody may be writing the file: what is known serves on.
    }
  }
}
