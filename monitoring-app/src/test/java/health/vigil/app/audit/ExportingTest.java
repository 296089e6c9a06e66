package health.vigil.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportingTest {
  @Test
  void a_node_without_a_key_says_what_is_missing() {
    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> Exporting.required(Optional.empty()))
            .problem();

    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.code()).isEqualTo("no-signing-key");
    assertThat(problem.detail())
        .contains("vigil.log.checkpoints.folder", "vigil.log.checkpoints.key-file");
  }
}
