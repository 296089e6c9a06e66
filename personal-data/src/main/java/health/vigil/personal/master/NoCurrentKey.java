package health.vigil.personal.master;

import com.google.crypto.tink.Aead;
import java.io.Serial;
import java.util.Map;

/** The master keys can be read, and the one that is to wrap is none of them. */
final class NoCurrentKey extends UnusableMasterKeys {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Map<String, Aead> others;

  NoCurrentKey(String id, Map<String, Aead> others) {
    super("holds no key '" + id + "'");
    this.others = Map.copyOf(others);
  }

  Map<String, Aead> others() {
    return others;
  }
}
