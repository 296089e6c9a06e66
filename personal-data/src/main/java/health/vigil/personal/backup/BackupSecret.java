package health.vigil.personal.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs backups (HMAC-SHA256) with a key that follows from the server's secret. */
public final class BackupSecret {
  private static final int LEAST_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * @param ofServer what the file holds that vigil.mrn.key-file names
   * @throws IllegalArgumentException when it is shorter than 32 bytes
   */
  public BackupSecret(byte[] ofServer) {
    if (ofServer.length < LEAST_BYTES) {
      throw new IllegalArgumentException("the server's secret has fewer than 32 bytes");
    }
    this.key = mac(ofServer).doFinal("key backup".getBytes(UTF_8));
  }

  /** A new one, to be given all but the last line. */
  Mac mac() {
    return mac(key);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
