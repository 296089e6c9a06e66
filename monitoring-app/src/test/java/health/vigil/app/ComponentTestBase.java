package health.vigil.app;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * Of every test that runs against the application. All share one application and one database, so
 * each takes patients and a ward of its own.
 */
@WithTestResource(value = DatabaseResource.class, scope = TestResourceScope.GLOBAL)
public abstract class ComponentTestBase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  protected final Api api = new Api();

  /** Waits until the assertions hold. */
  protected static void eventually(ThrowingRunnable assertions) {
    Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(assertions);
  }
}
