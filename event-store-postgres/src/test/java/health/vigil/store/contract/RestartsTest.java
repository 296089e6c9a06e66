package health.vigil.store.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts are survived, and show an engine that acknowledged what was not on the disk. */
class RestartsTest extends Restarts {

  RestartsTest(@TempDir Path folder) {
    super(folder);
  }

  @Override
  Subject subject() {
    return Subject.REAL;
  }

  @Test
  void showAnEngineThatIsNotDurable() {
    Broken.isCaught(
        IsNotDurable.class, "whatCallersAreToldIsTrueWhenPostgresComesAndGoes", "lost=");
  }

  static final class IsNotDurable extends Restarts {
    IsNotDurable(@TempDir Path folder) {
      super(folder);
    }

    @Override
    Subject subject() {
      return Subject.IS_NOT_DURABLE;
    }
  }
}
