package health.vigil.issuer;

import static health.vigil.issuer.RelyingParty.get;
import static health.vigil.issuer.RelyingParty.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIssuerTest {

  @TempDir Path folder;

  private static final TokenRequest NURSE = TokenRequest.of("nadia").as("nurse", "A");

  @Test
  void whatItSignsIsCheckedWithWhatItServes() throws Exception {
    DemoIssuer issuer = DemoIssuer.in(folder);
    try (ServedIssuer served = issuer.serve()) {
      JwtClaims claims =
          new RelyingParty(served.address()).claims(issuer.token(NURSE.from("a-client")));

      assertThat(claims.getSubject()).isEqualTo("nadia");
      assertThat(claims.getStringClaimValue("azp")).isEqualTo("a-client");
      assertThat(claims.getStringListClaimValue("groups")).containsExactly("vigil:nurse:A");
      assertThat(claims.hasClaim("vigil_device")).isFalse();
    }
  }

  @Test
  void aDevicesTokenNamesTheDevice() throws Exception {
    DemoIssuer issuer = DemoIssuer.in(folder);
    try (ServedIssuer served = issuer.serve()) {
      JwtClaims claims =
          new RelyingParty(served.address())
              .claims(issuer.token(TokenRequest.ofDevice("monitor-7")));

      assertThat(claims.getSubject()).isEqualTo("monitor-7");
      assertThat(claims.getStringClaimValue("vigil_device")).isEqualTo("monitor-7");
      assertThat(claims.getStringListClaimValue("groups")).containsExactly("vigil:device");
    }
  }

  @Test
  void aTokenOutlivesARestart() throws Exception {
    String token = DemoIssuer.in(folder).token(NURSE);

    try (ServedIssuer served = DemoIssuer.in(folder).serve()) {
      assertThat(new RelyingParty(served.address()).claims(token).getSubject()).isEqualTo("nadia");
    }
  }

  @Test
  void aNewKeySignsAndTheOldOneIsStillServed() throws Exception {
    DemoIssuer issuer = DemoIssuer.in(folder);
    try (ServedIssuer served = issuer.serve()) {
      String before = issuer.token(NURSE);
      issuer.rotate();
      String after = issuer.token(NURSE);

      assertThat(keyOf(before)).isNotEqualTo(keyOf(after));
      assertThat(new RelyingParty(served.address()).claims(before).getSubject()).isEqualTo("nadia");
      assertThat(new RelyingParty(served.address()).claims(after).getSubject()).isEqualTo("nadia");
      assertThat(keyOf(DemoIssuer.in(folder).token(NURSE))).isEqualTo(keyOf(after));
    }
  }

  @Test
  void wrongTokensCanBeMade() throws Exception {
    DemoIssuer issuer = DemoIssuer.in(folder);
    try (ServedIssuer served = issuer.serve()) {
      for (TokenRequest wrong :
          List.of(
              NURSE.lasting(Duration.ofMinutes(-1)),
              NURSE.audience("somebody-else"),
              NURSE.issuer("http://127.0.0.1:1/"))) {
        assertThatThrownBy(() -> new RelyingParty(served.address()).claims(issuer.token(wrong)))
            .isInstanceOf(InvalidJwtException.class);
      }
    }
  }

  @Test
  void nothingPrivateIsServedAndNobodyElseCanReadTheKeys() throws Exception {
    try (ServedIssuer served = DemoIssuer.in(folder).serve()) {
      Map<String, Object> keys = JsonUtil.parseJson(get(served.address().resolve("jwks")).body());

      assertThat(keys.toString()).contains("kid=", "n=").doesNotContain(" d=", " p=", " q=");
    }
    for (String file : List.of("keys.json", "port")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    try (ServedIssuer served = DemoIssuer.in(folder).serve()) {
      assertThat(get(served.address()).statusCode()).isEqualTo(404);
      assertThat(get(served.address().resolve("jwks/1")).statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(served.address().resolve("jwks"))
              .POST(BodyPublishers.ofString("{}"))
              .build();
      assertThat(send(post).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void aFolderWithoutAnIssuerHasNone() {
    assertThat(DemoIssuer.find(folder)).isEmpty();

    DemoIssuer made = DemoIssuer.in(folder);

    assertThat(DemoIssuer.find(folder).orElseThrow().address()).isEqualTo(made.address());
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    DemoIssuer issuer = DemoIssuer.in(folder);
    try (ServedIssuer served = issuer.serve()) {
      assertThatThrownBy(issuer::serve)
          .isInstanceOf(IssuerException.class)
          .hasMessage(
              "The demo's issuer can not be served: another program has port "
                  + served.address().getPort()
                  + ".");
    }
  }

  @Test
  void keysThatCanNotBeReadAreSaid() throws IOException {
    DemoIssuer.in(folder);
    Files.writeString(folder.resolve("keys.json"), "{\"keys\": []}");

    assertThatThrownBy(() -> DemoIssuer.in(folder))
        .isInstanceOf(IssuerException.class)
        .hasMessageStartingWith("The keys of the demo's issuer can not be read");
  }

  private static String keyOf(String token) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(token);
    return signature.getKeyIdHeaderValue();
  }
}
