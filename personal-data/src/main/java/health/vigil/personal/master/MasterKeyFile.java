package health.vigil.personal.master;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Master keys in a file of their own: a Tink keyset in JSON, readable, for demo and development.
 * Tink's own tool (tinkey) reads and rotates it. The id of a key is its number in the keyset.
 */
public final class MasterKeyFile {
  private MasterKeyFile() {}

  /**
   * The keys of a file.
   *
   * @param current which of them wraps; else the keyset's primary key
   * @throws UnusableMasterKeys when the file can not be read, or holds no such key
   */
  public static MasterKeys read(Path file, Optional<String> current) {
    return new FreshMasterKeys(
        () -> bytes(file), bytes -> held(parsed(new String(bytes, UTF_8)), current));
  }

  /** A new keyset with one key, as the text of such a file. */
  public static String make() {
    return text(added(KeysetHandle.newBuilder()));
  }

  /** As {@link #make}, with the keys of another before a new one, which becomes the primary. */
  public static String withNewKey(String file) {
    return text(added(KeysetHandle.newBuilder(parsed(file))));
  }

  /** As it is, with no key but the primary. */
  public static String withPrimaryOnly(String file) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(parsed(file));
    for (int at = builder.size() - 1; at >= 0; at--) {
      if (!builder.getAt(at).isPrimary()) {
        builder.deleteAt(at);
      }
    }
    return text(builder);
  }

  private static KeysetHandle.Builder added(KeysetHandle.Builder keys) {
    return keys.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId()
            .makePrimary());
  }

  private static String text(KeysetHandle.Builder keys) {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys.build(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink writes keysets of its own", impossible);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UnusableMasterKeys("does not exist or can not be read", unreadable);
    }
  }

  private static KeysetHandle parsed(String text) {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw new UnusableMasterKeys("is no keyset of Tink in JSON", unreadable);
    }
  }

  private static HeldMasterKeys held(KeysetHandle keyset, Optional<String> current) {
    Map<String, Aead> keys = new HashMap<>();
    for (int at = 0; at < keyset.size(); at++) {
      KeysetHandle.Entry entry = keyset.getAt(at);
      if (entry.getStatus() == KeyStatus.ENABLED) {
        keys.put(id(entry), aead(entry));
      }
    }
    return new HeldMasterKeys(current.orElseGet(() -> id(keyset.getPrimary())), keys);
  }

  private static Aead aead(KeysetHandle.Entry entry) {
    if (!(entry.getKey() instanceof AesGcmKey key) || key.getParameters().getKeySizeBytes() != 32) {
      throw new UnusableMasterKeys("holds keys other than of AES-256-GCM");
    }
    try {
      return AesGcmJce.create(key);
    } catch (GeneralSecurityException unusable) {
      throw new UnusableMasterKeys("holds a key that this Java can not use", unusable);
    }
  }

  private static String id(KeysetHandle.Entry entry) {
    return Integer.toUnsignedString(entry.getId());
  }
}
