package health.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./vigil keys}. */
class KeysTest {
  private static final String REWRAP = "POST /api/v1/operations/keys/rewrapping";

  @TempDir private Path home;
  private final StubVigil vigil = new StubVigil();

  @AfterEach
  void close() {
    vigil.close();
  }

  private Called vigil(String arguments) {
    return Called.vigil(home, vigil.environment(), arguments.split(" "));
  }

  @Test
  void whatWasWrappedAnewIsTold() throws IOException {
    vigil.answering(
        REWRAP,
        200,
        """
        {"progress":{"done":10,"of":1200}}
        {"result":{"masterKey":"2027-11","rewrapped":1200,"remaining":0}}
        """);

    Called called = vigil("keys rewrap");

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .isEqualTo(
            """
            1,200 keys were wrapped anew with the master key 2027-11.
            Every key is wrapped with it: the others may go.
            """);
    assertThat(vigil("keys rewrap --json").json().path("rewrapped").asInt()).isEqualTo(1200);
  }

  @Test
  void whileOthersRemainItIsNotWell() {
    vigil.answering(
        REWRAP,
        200,
        """
        {"result":{"masterKey":"2027-11","rewrapped":5,"remaining":2,"unopened":["5f0c"]}}
        """);

    Called called = vigil("keys rewrap");

    assertThat(called.exitCode()).isEqualTo(1);
    assertThat(called.out())
        .contains("2 keys are still wrapped with another: does every node know the current one?")
        .contains("not opened    the key of patient 5f0c");
  }
}
