package health.vigil.personal.master;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Master keys in a key store (PKCS#12), each an AES key of 256 bits as {@code keytool -genseckey}
 * makes it. The id of a key is its alias, in lower case.
 */
public final class MasterKeyStore {
  private static final int KEY_BYTES = 32;

  /** The alias beside what is wrapped says which key it was. */
  private static final AesGcmParameters WITHOUT_PREFIX = parameters();

  private MasterKeyStore() {}

  /**
   * The keys of a store; entries that are no secret keys are left alone.
   *
   * @param passwordFile with the password of store and keys on its first line
   * @param current which of them wraps; needed when there are several
   * @throws UnusableMasterKeys when the store can not be read, or holds no such key
   */
  public static MasterKeys read(Path store, Path passwordFile, Optional<String> current) {
    return new FreshMasterKeys(
        () -> bytes(store), bytes -> held(keys(bytes, password(passwordFile)), current));
  }

  private static HeldMasterKeys held(Map<String, Aead> keys, Optional<String> current) {
    if (keys.isEmpty()) {
      throw new UnusableMasterKeys("holds no secret key");
    }
    if (current.isEmpty() && keys.size() > 1) {
      throw new UnusableMasterKeys("holds several keys, and it is not said which is the current");
    }
    return new HeldMasterKeys(current.orElseGet(() -> keys.keySet().iterator().next()), keys);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private static Map<String, Aead> keys(byte[] file, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      Map<String, Aead> keys = new HashMap<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.entryInstanceOf(alias, KeyStore.SecretKeyEntry.class)) {
          keys.put(alias, aead(alias, store.getKey(alias, password)));
        }
      }
      return keys;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private static UnusableMasterKeys unreadable(Exception why) {
    return new UnusableMasterKeys(
        "does not exist, is no key store (PKCS#12) or has another password", why);
  }

  @AccessesPartialKey
  private static Aead aead(String alias, @Nullable Key key) throws GeneralSecurityException {
    byte @Nullable [] bytes = key == null ? null : key.getEncoded();
    if (bytes == null || bytes.length != KEY_BYTES) {
      throw new UnusableMasterKeys("holds '" + alias + "', which is no key of 256 bits");
    }
    return AesGcmJce.create(
        AesGcmKey.builder()
            .setParameters(WITHOUT_PREFIX)
            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
            .build());
  }

  private static AesGcmParameters parameters() {
    try {
      return AesGcmParameters.builder()
          .setKeySizeBytes(KEY_BYTES)
          .setIvSizeBytes(12)
          .setTagSizeBytes(16)
          .setVariant(AesGcmParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink has AES-256-GCM", impossible);
    }
  }

  private static char[] password(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst().orElse("").toCharArray();
    } catch (IOException unreadable) {
      throw new UnusableMasterKeys("can not be opened: its password can not be read", unreadable);
    }
  }
}
