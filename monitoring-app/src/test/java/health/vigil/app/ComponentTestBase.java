package health.vigil.app;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;

/**
 * Of every test that runs against the application. All share one application and one database, so
 * each takes patients and a ward of its own.
 */
@WithTestResource(value = DatabaseResource.class, scope = TestResourceScope.GLOBAL)
public abstract class ComponentTestBase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  protected final Api api = new Api();

  /** Whoever does not say who asks is somebody who may do everything. */
  @BeforeAll
  static void bearTokens() {
    RestAssured.replaceFiltersWith(new BearsToken());
  }

  /** Waits until the assertions hold. */
  protected static void eventually(ThrowingRunnable assertions) {
    Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(assertions);
  }
}
