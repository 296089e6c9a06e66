package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.processor.PassingFailure;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.personal.key.SealBroken;
import health.vigil.personal.master.UnknownMasterKey;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** What processors wait for, and what parks an event. */
class KeysAwayTest {
  private final PassingFailure waited = new PersonalComposition().keysAway();

  @Test
  void an_event_whose_key_is_wrapped_with_an_unknown_master_key_waits_for_it() {
    assertThat(
            waited.isPassing(new KeysUnavailable("not unwrapped", new UnknownMasterKey("2027-11"))))
        .isTrue();
  }

  @Test
  void anything_else_does_not_wait() {
    assertThat(waited.isPassing(new SealBroken(new GeneralSecurityException()))).isFalse();
    assertThat(waited.isPassing(new IllegalStateException())).isFalse();
  }
}
