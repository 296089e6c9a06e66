package health.vigil.local.launcher;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * A new master key for personal data, as a keyset of Tink in JSON: what {@code tinkey create-keyset
 * --key-template AES256_GCM} makes.
 */
final class MasterKeyset {
  private static final int KEY_BYTES = 32;

  /** Before the key, in Tink's message: the number of its field, and its length. */
  private static final byte[] FIELD = {0x1a, KEY_BYTES};

  private static final String FORM =
      """
      {"primaryKeyId":%1$d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
      "value":"%2$s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%1$d,"outputPrefixType":"TINK"}]}
      """;

  private MasterKeyset() {}

  static String make() {
    SecureRandom chance = new SecureRandom();
    byte[] key = new byte[KEY_BYTES];
    chance.nextBytes(key);
    byte[] message = Arrays.copyOf(FIELD, FIELD.length + KEY_BYTES);
    System.arraycopy(key, 0, message, FIELD.length, KEY_BYTES);
    int id = 1 + chance.nextInt(Integer.MAX_VALUE);
    return FORM.formatted(id, Base64.getEncoder().encodeToString(message));
  }
}
