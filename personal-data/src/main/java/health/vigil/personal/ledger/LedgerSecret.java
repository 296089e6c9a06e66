package health.vigil.personal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the ledger's lines (HMAC-SHA256) with a key that follows from the server's secret. */
public final class LedgerSecret {
  /** What the server's secret is hashed with to become the key. */
  public static final String PURPOSE = "erasure ledger";

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * @param key the HMAC-SHA256 of {@link #PURPOSE} under the server's secret
   */
  public LedgerSecret(byte[] key) {
    this.key = key.clone();
  }

  /**
   * @param secret what the file holds that vigil.mrn.key-file names
   */
  public static LedgerSecret ofServer(byte[] secret) {
    return new LedgerSecret(mac(secret, PURPOSE));
  }

  /** Lower-case hex, 64 digits; the parts are kept apart, so ("a", "bc") is not ("ab", "c"). */
  String hex(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return HexFormat.of().formatHex(mac(key, text.toString()));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
