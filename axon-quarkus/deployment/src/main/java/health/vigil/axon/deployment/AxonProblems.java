package health.vigil.axon.deployment;

import java.util.Collection;

/** The application can not be built as it is; says everything that is wrong at once. */
public class AxonProblems extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AxonProblems(Collection<String> problems) {
    super("Axon can not be wired:\n - " + String.join("\n - ", problems));
  }
}
