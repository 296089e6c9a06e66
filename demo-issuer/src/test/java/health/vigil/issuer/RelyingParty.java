package health.vigil.issuer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Trusts an issuer as Vigil does: by its discovery document and its keys. */
record RelyingParty(URI trusted) {

  /** What the token says, after signature, issuer, audience and time have been checked. */
  JwtClaims claims(String token) throws InvalidJwtException, JoseException {
    Map<String, Object> discovery = json(trusted.resolve(".well-known/openid-configuration"));
    URI keys = URI.create(requireNonNull(discovery.get("jwks_uri")).toString());
    return new JwtConsumerBuilder()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setExpectedAudience(TokenRequest.AUDIENCE)
        .setExpectedIssuer(requireNonNull(discovery.get("issuer")).toString())
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(get(keys).body()).getJsonWebKeys()))
        .build()
        .processToClaims(token);
  }

  Map<String, Object> json(URI address) throws JoseException {
    return JsonUtil.parseJson(get(address).body());
  }

  static HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
