package health.vigil.app.erasure;

import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.Wrapped;
import java.util.Set;

/** Where nothing is sealed and nothing opened. */
final class NoMasterKeys implements MasterKeys {
  @Override
  public String current() {
    return "none";
  }

  @Override
  public Set<String> ids() {
    return Set.of();
  }

  @Override
  public Wrapped wrap(byte[] secret, byte[] about) {
    throw new UnsupportedOperationException("nothing is sealed here");
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, byte[] about) {
    throw new UnsupportedOperationException("nothing is opened here");
  }
}
