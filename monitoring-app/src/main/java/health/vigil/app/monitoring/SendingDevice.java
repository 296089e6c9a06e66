package health.vigil.app.monitoring;

import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.CurrentActor;
import health.vigil.app.security.Permitted;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** From which device a set comes: the token of a device decides, else what the body says. */
@Singleton
class SendingDevice {
  private final CurrentActor actors;
  private final Permitted permitted;

  SendingDevice(CurrentActor actors, Permitted permitted) {
    this.actors = actors;
    this.permitted = permitted;
  }

  /**
   * The device that is recorded.
   *
   * @param named in the body, null for none
   * @throws ProblemException 403 when a device names another one
   */
  @Nullable String of(@Nullable String named) {
    String own = actors.current().device();
    permitted.require(own == null || named == null || named.equals(own));
    return own == null ? named : own;
  }
}
