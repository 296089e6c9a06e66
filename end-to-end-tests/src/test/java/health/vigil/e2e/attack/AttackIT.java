package health.vigil.e2e.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tries who has no business here. No attack is an error of the server's. */
class AttackIT implements TokenAttacks, PermissionAttacks, WireAttacks {
  @TempDir private static Path folder;
  private static @Nullable Hospital hospital;
  private static Map<String, String> forged = Map.of();

  @BeforeAll
  static void open() throws IOException, InterruptedException, JoseException {
    hospital = Hospital.in(folder);
    forged =
        new ForgedTokens(hospital.issuer(), publicKey(hospital), folder.resolve("elsewhere")).all();
  }

  @AfterAll
  static void close() {
    if (hospital != null) {
      hospital.close();
    }
  }

  private static PublicKey publicKey(Hospital hospital)
      throws IOException, InterruptedException, JoseException {
    String served = new Caller(hospital.issuer().address(), null).get("jwks").body();
    return ((RsaJsonWebKey) new JsonWebKeySet(served).getJsonWebKeys().get(0)).getRsaPublicKey();
  }

  @Override
  public Hospital hospital() {
    return Objects.requireNonNull(hospital);
  }

  @Override
  public Map<String, String> forged() {
    return forged;
  }
}
