package health.vigil.patient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the stream that guards a medical record number: an HMAC-SHA256 of the number under a secret
 * key, so that a log without its key tells nobody who is a patient here. The same key must be kept
 * for the life of the log, or every number looks free again.
 *
 * <p>Numbers that people take for the same are the same: Unicode compatibility forms are folded
 * (NFKC), spaces at the ends dropped, letters made upper case. Safe for use by many threads.
 */
public final class MrnClaims {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 32;

  private final SecretKeySpec key;

  /**
   * Hashes under {@code key}.
   *
   * @param key at least 32 random bytes, kept secret
   */
  public MrnClaims(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the key of medical record numbers has at least " + SHORTEST_KEY + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The first claim on {@code mrn}, which those after it follow; never refuses, whatever the number
   * looks like.
   */
  public MrnClaimId claimOn(String mrn) {
    return hashed(normalised(mrn));
  }

  /**
   * The claim that follows one that was released: only who has the key can tell that both are on
   * one number, or that the number is in use again.
   */
  public MrnClaimId after(MrnClaimId released) {
    // No number looks like a claim: letters of numbers are upper case.
    return hashed(released.value());
  }

  private MrnClaimId hashed(String text) {
    byte[] hash = mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    return new MrnClaimId("mrn:" + HexFormat.of().formatHex(hash));
  }

  private static String normalised(String mrn) {
    String folded = Normalizer.normalize(mrn, Normalizer.Form.NFKC).strip();
    // Some letters fall apart when made upper case.
    return Normalizer.normalize(folded.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
