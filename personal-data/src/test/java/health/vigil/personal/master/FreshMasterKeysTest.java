package health.vigil.personal.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshMasterKeysTest {
  private static final byte[] SECRET = {7};
  private static final byte[] ANNA = {1};

  private byte[] file = {1};
  private int looks;
  private int made;
  private long now;
  private final FreshMasterKeys keys =
      new FreshMasterKeys(
          () -> {
            looks++;
            return file;
          },
          this::made,
          () -> now);

  private HeldMasterKeys made(byte[] bytes) {
    made++;
    if (bytes[0] == 0) {
      throw new UnusableMasterKeys("is half written");
    }
    return new HeldMasterKeys("" + bytes[0], Map.of("" + bytes[0], new NoAead()));
  }

  private void meet(String master) {
    assertThatThrownBy(() -> keys.unwrap(new Wrapped(master, SECRET), ANNA))
        .isInstanceOf(UnknownMasterKey.class);
  }

  private void later(Duration time) {
    now += time.toNanos();
  }

  @Test
  void aKeyThatIsNotThereIsLookedForOnceInFiveSeconds() throws GeneralSecurityException {
    int before = looks;
    meet("2");
    meet("2");
    meet("3");
    assertThat(looks).isEqualTo(before + 1);

    file = new byte[] {2};
    meet("2");
    later(Duration.ofSeconds(5));
    assertThat(keys.unwrap(new Wrapped("2", SECRET), ANNA)).isEqualTo(SECRET);
    assertThat(looks).isEqualTo(before + 2);
  }

  @Test
  void theKeysOfAFileThatHasNotChangedAreNotMadeAgain() throws GeneralSecurityException {
    keys.wrap(SECRET, ANNA);
    keys.wrap(SECRET, ANNA);
    later(Duration.ofSeconds(5));
    meet("2");

    assertThat(looks).isGreaterThan(2);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void aFileThatCanNotBeReadIsTriedAgainAfterFiveSecondsAndWhatIsKnownServesOn()
      throws GeneralSecurityException {
    file = new byte[] {0};
    assertThat(keys.wrap(SECRET, ANNA).master()).isEqualTo("1");
    keys.refresh();
    assertThat(made).isEqualTo(2);

    later(Duration.ofSeconds(5));
    keys.refresh();
    assertThat(made).isEqualTo(3);
    file = new byte[] {2};
    assertThat(keys.wrap(SECRET, ANNA).master()).isEqualTo("2");
  }

  private record NoAead() implements Aead {
    @Override
    public byte[] encrypt(byte[] text, byte[] about) {
      return text;
    }

    @Override
    public byte[] decrypt(byte[] text, byte[] about) {
      return text;
    }
  }
}
