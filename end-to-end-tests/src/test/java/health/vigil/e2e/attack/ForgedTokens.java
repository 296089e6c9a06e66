package health.vigil.e2e.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens of which none may be accepted, although each says what would permit everything. */
final class ForgedTokens {
  private static final TokenRequest ALMIGHTY =
      TokenRequest.of("mallory").as("supervisor", TokenRequest.EVERY_WARD).as("auditor");

  private final DemoIssuer issuer;
  private final String genuine;
  private final PublicKey published;
  private final RsaJsonWebKey own;
  private final Path elsewhere;

  /**
   * Of somebody who knows all that is public.
   *
   * @param published the key that the application trusts
   * @param elsewhere where the forger has an issuer
   */
  ForgedTokens(DemoIssuer issuer, PublicKey published, Path elsewhere) throws JoseException {
    this.issuer = issuer;
    this.genuine = issuer.token(ALMIGHTY);
    this.published = published;
    this.own = RsaJwkGenerator.generateJwk(2048);
    this.elsewhere = elsewhere;
  }

  /** By what is wrong with them. */
  Map<String, String> all() throws JoseException {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("another issuer", DemoIssuer.in(elsewhere).token(ALMIGHTY));
    tokens.put(
        "another issuer that claims to be ours",
        DemoIssuer.in(elsewhere).token(ALMIGHTY.issuer(issuer.address().toString())));
    tokens.put("our key, another issuer", issuer.token(ALMIGHTY.issuer("https://evil.example")));
    tokens.put("expired", issuer.token(ALMIGHTY.lasting(Duration.ofMinutes(-1))));
    tokens.put("another audience", issuer.token(ALMIGHTY.audience("payroll")));
    tokens.put(
        "no person",
        issuer.token(
            new TokenRequest(
                "", "x", ALMIGHTY.groups(), null, "vigil", null, Duration.ofHours(1))));
    tokens.put("no signature", genuine.substring(0, genuine.lastIndexOf('.') + 1));
    tokens.put("changed afterwards", changed());
    tokens.put("our key's name, another key", signed(own, keyId()));
    tokens.put("brings its own key", signedWithOwnKeyInside());
    tokens.put("key's name is a path", signed(own, "../../../../dev/null"));
    tokens.put("key's name is SQL", signed(own, "x' UNION SELECT 'key'--"));
    for (String none : new String[] {"none", "None", "NONE", ""}) {
      tokens.put("alg '" + none + "'", unsigned(none));
    }
    tokens.put("HS256 with the public key", hmac(published.getEncoded()));
    tokens.put("HS256 with the public key in PEM", hmac(pem().getBytes(UTF_8)));
    tokens.put("not a token", "qwxyzzy");
    tokens.put("dots only", "..");
    tokens.put("not JSON", "bm90.anNvbg.eA");
    tokens.put("no objects", encoded("[]") + "." + encoded("null") + ".eA");
    tokens.put("empty objects", encoded("{}") + "." + encoded("{}") + ".eA");
    tokens.put(
        "key's name is no text",
        encoded("{\"alg\":\"RS256\",\"kid\":{}}") + "." + claims() + ".eA");
    tokens.put("nothing but brackets", encoded("[".repeat(2_000)) + "." + claims() + ".eA");
    return tokens;
  }

  private String changed() {
    String[] parts = genuine.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    return parts[0] + "." + encoded(claims.replace("mallory", "director")) + "." + parts[2];
  }

  private String unsigned(String algorithm) {
    return encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + claims() + ".";
  }

  private String claims() {
    return genuine.split("\\.", -1)[1];
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private String payload() {
    return new String(Base64.getUrlDecoder().decode(claims()), UTF_8);
  }

  private String keyId() throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(genuine);
    return signature.getKeyIdHeaderValue();
  }

  private String signed(RsaJsonWebKey key, String keyId) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(payload());
    signature.setAlgorithmHeaderValue("RS256");
    signature.setKeyIdHeaderValue(keyId);
    signature.setKey(key.getPrivateKey());
    return signature.getCompactSerialization();
  }

  private String signedWithOwnKeyInside() throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(payload());
    signature.setAlgorithmHeaderValue("RS256");
    signature
        .getHeaders()
        .setObjectHeaderValue("jwk", own.toParams(OutputControlLevel.PUBLIC_ONLY));
    signature.setKey(own.getPrivateKey());
    return signature.getCompactSerialization();
  }

  private String hmac(byte[] secret) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(payload());
    signature.setAlgorithmHeaderValue("HS256");
    signature.setKeyIdHeaderValue(keyId());
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setKey(new HmacKey(secret));
    return signature.getCompactSerialization();
  }

  private String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(published.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
