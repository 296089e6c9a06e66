package health.vigil.issuer;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Key pairs, the oldest first: the last one signs, all of them are published.
 *
 * @param keys at least one
 */
record KeyRing(List<RsaJsonWebKey> keys) {

  private static final int BITS = 2048;

  KeyRing {
    keys = List.copyOf(keys);
  }

  static KeyRing made() {
    return new KeyRing(List.of(newKey()));
  }

  /** Reads what {@link #secrets} wrote. */
  static KeyRing read(String json) throws JoseException {
    List<RsaJsonWebKey> keys =
        new JsonWebKeySet(json)
            .getJsonWebKeys().stream().map(RsaJsonWebKey.class::cast).collect(Collectors.toList());
    if (keys.isEmpty()) {
      throw new JoseException("there is no key in it");
    }
    return new KeyRing(keys);
  }

  /** With one more, which signs from now on. */
  KeyRing rotated() {
    List<RsaJsonWebKey> more = new ArrayList<>(keys);
    more.add(newKey());
    return new KeyRing(more);
  }

  RsaJsonWebKey signing() {
    return keys.get(keys.size() - 1);
  }

  /** As a key set with the private keys. */
  String secrets() {
    return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** As the key set that everybody may read. */
  String published() {
    return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS, null, new SecureRandom());
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException e) {
      throw new IssuerException("This Java can make no RSA keys.", e);
    }
  }

  /** Private keys are in nobody's log. */
  @Override
  public String toString() {
    return "KeyRing[" + keys.size() + " keys]";
  }
}
