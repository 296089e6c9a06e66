package health.vigil.app.security;

import health.vigil.app.IssuerFolder;
import health.vigil.app.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tokens that no issuer would make, as an attacker or a careless provider makes them. */
final class Forged {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Forged() {}

  /** Claims that would do, were they well signed. */
  static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Tokens.issuer().address().toString());
    claims.setSubject("mallory");
    claims.setAudience("vigil");
    claims.setIssuedAt(NumericDate.now());
    claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 600));
    claims.setStringClaim("azp", "ward-terminal");
    claims.setStringListClaim("groups", "vigil:auditor");
    return claims;
  }

  /** Signed by the issuer itself. */
  static String signed(JwtClaims claims) {
    return signed(claims, trusted(), trusted().getKeyId());
  }

  /** Signed by a key of the attacker's, under the name of the issuer's. */
  static String signedByAnother(JwtClaims claims) {
    return signed(claims, another(), trusted().getKeyId());
  }

  /** Signed by a key of the attacker's, which is sent along in the header. */
  static String signedByItsOwnKey(JwtClaims claims) {
    RsaJsonWebKey key = another();
    JsonWebSignature signature = signature(claims, key, "mine");
    signature.setJwkHeader(key);
    return compact(signature);
  }

  static String signedByNobody(JwtClaims claims) {
    return part("{\"alg\":\"none\"}") + "." + part(claims.toJson()) + ".";
  }

  /** Signed as if the public key, which everybody has, were a secret one. */
  static String signedWithThePublicKey(JwtClaims claims) {
    String content =
        part("{\"alg\":\"HS256\",\"kid\":\"" + trusted().getKeyId() + "\"}")
            + "."
            + part(claims.toJson());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(trusted().getPublicKey().getEncoded(), "HmacSHA256"));
      return content
          + "."
          + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With one character in its middle exchanged. */
  static String altered(String token) {
    int middle = token.length() / 2;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    return token.substring(0, middle) + other + token.substring(middle + 1);
  }

  private static String signed(JwtClaims claims, RsaJsonWebKey key, String kid) {
    return compact(signature(claims, key, kid));
  }

  private static JsonWebSignature signature(JwtClaims claims, RsaJsonWebKey key, String kid) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue("RS256");
    signature.setKeyIdHeaderValue(kid);
    signature.setKey(key.getPrivateKey());
    return signature;
  }

  private static String compact(JsonWebSignature signature) {
    try {
      return signature.getCompactSerialization();
    } catch (JoseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static RsaJsonWebKey another() {
    try {
      return RsaJwkGenerator.generateJwk(2048);
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RsaJsonWebKey trusted() {
    Path folder = Path.of(ConfigProvider.getConfig().getValue(IssuerFolder.PROPERTY, String.class));
    try {
      return (RsaJsonWebKey)
          new JsonWebKeySet(Files.readString(folder.resolve("keys.json"))).getJsonWebKeys().get(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JoseException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
