package health.vigil.personal.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.AesSiv;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * What one patient's secret opens: values of events (AES-256-GCM) and identities in read models
 * (AES-SIV, the same bytes for the same identity). Both are derived from the secret, apart from
 * each other.
 *
 * @param id tells whether something was sealed with this very key, and nothing else; stands before
 *     whatever it seals
 */
record PatientKey(int id, Aead values, DeterministicAead identities) {
  static final int SECRET_BYTES = 32;
  private static final int GCM_BYTES = 32;
  private static final int SIV_BYTES = 64;

  /** Of Tink's own form: a byte that is 1 and the id. */
  private static final int PREFIX_BYTES = 5;

  static PatientKey of(byte[] secret) throws GeneralSecurityException {
    int id = ByteBuffer.wrap(derived(secret, "id", Integer.BYTES)).getInt();
    return new PatientKey(
        id, values(id, derived(secret, "values", GCM_BYTES)), identities(id, secret));
  }

  /** Whether this key sealed it, whatever came of it since. */
  boolean sealed(byte[] bytes) {
    return bytes.length > PREFIX_BYTES && ByteBuffer.wrap(bytes).getInt(1) == id;
  }

  @AccessesPartialKey
  private static Aead values(int id, byte[] key) throws GeneralSecurityException {
    return AesGcmJce.create(
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(GCM_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build())
            .setKeyBytes(secret(key))
            .setIdRequirement(id)
            .build());
  }

  @AccessesPartialKey
  private static DeterministicAead identities(int id, byte[] secret)
      throws GeneralSecurityException {
    return AesSiv.create(
        AesSivKey.builder()
            .setParameters(
                AesSivParameters.builder()
                    .setKeySizeBytes(SIV_BYTES)
                    .setVariant(AesSivParameters.Variant.TINK)
                    .build())
            .setKeyBytes(secret(derived(secret, "identities", SIV_BYTES)))
            .setIdRequirement(id)
            .build());
  }

  private static SecretBytes secret(byte[] key) {
    return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
  }

  private static byte[] derived(byte[] secret, String purpose, int bytes)
      throws GeneralSecurityException {
    byte[] info = ("vigil patient key 1: " + purpose).getBytes(StandardCharsets.UTF_8);
    return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, bytes);
  }

  @Override
  public String toString() {
    return "PatientKey[masked]";
  }
}
