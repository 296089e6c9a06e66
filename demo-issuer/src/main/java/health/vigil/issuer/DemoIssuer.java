package health.vigil.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Issues tokens for the demo and for tests, to whoever can read its folder. It asks nobody for a
 * password: a real Vigil trusts a real identity provider.
 *
 * <p>Keys and port stay in the folder, so that tokens outlive a restart. Safe for several threads.
 */
public final class DemoIssuer {

  /** Whoever makes a token and whoever checks it may have clocks that differ a little. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  private final IssuerFolder folder;
  private final URI address;
  private volatile KeyRing keys;

  private DemoIssuer(IssuerFolder folder) {
    this.folder = folder;
    this.address = URI.create("http://127.0.0.1:" + folder.readPort() + "/");
    this.keys = folder.readKeys();
  }

  /**
   * The issuer of this folder; it is made when there is none.
   *
   * @throws IssuerException when the folder can not be used
   */
  public static DemoIssuer in(Path folder) {
    IssuerFolder place = new IssuerFolder(folder);
    place.make();
    return new DemoIssuer(place);
  }

  /**
   * The issuer of this folder, if there is one.
   *
   * @throws IssuerException when there is one that can not be read
   */
  public static Optional<DemoIssuer> find(Path folder) {
    return Optional.of(new IssuerFolder(folder))
        .filter(IssuerFolder::holdsAnIssuer)
        .map(DemoIssuer::new);
  }

  /** What its tokens name as their issuer, whether it is served or not; ends with a slash. */
  public URI address() {
    return address;
  }

  /**
   * Serves its discovery document and its public keys on the loopback address, also those that
   * somebody else has put into the folder since.
   *
   * @throws IssuerException when another program has the port
   */
  public ServedIssuer serve() {
    return ServedIssuer.start(address, () -> folder.readKeys().published());
  }

  /** Makes and signs a token; nobody has to serve the issuer for that. */
  public String token(TokenRequest request) {
    KeyRing ring = keys;
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims(request).toJson());
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(ring.signing().getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKey(ring.signing().getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IssuerException("The demo's issuer can not sign with its key.", e);
    }
  }

  private JwtClaims claims(TokenRequest request) {
    Instant now = Instant.now();
    Instant end = now.plus(request.lifetime());
    Instant begin = end.isBefore(now) ? end.minusSeconds(60) : now.minus(CLOCK_SKEW);
    String claimed = request.issuer();
    String device = request.device();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(claimed == null ? address.toString() : claimed);
    claims.setSubject(request.subject());
    claims.setAudience(request.audience());
    claims.setIssuedAt(NumericDate.fromSeconds(begin.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    claims.setGeneratedJwtId();
    claims.setStringClaim("azp", request.client());
    claims.setStringListClaim("groups", request.groups());
    if (device != null) {
      claims.setStringClaim("vigil_device", device);
    }
    return claims;
  }

  /** Signs with a new key from now on; tokens that the old ones signed stay good. */
  public synchronized void rotate() {
    KeyRing rotated = keys.rotated();
    folder.writeKeys(rotated);
    keys = rotated;
  }
}
