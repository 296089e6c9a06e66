package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandKeyTest {

  @Test
  void theSameKeyGivesTheSameIdentifiersForEver() {
    CommandKey key = new CommandKey("device-7:10042");

    assertThat(key.eventIdentifier(0)).isEqualTo("c63665d2-26e5-8372-a997-f53f9a8a81cd");
    assertThat(key.eventIdentifier(0)).isEqualTo(new CommandKey(key.value()).eventIdentifier(0));
  }

  @Test
  void eachEventOfAnAppendHasItsOwnIdentifier() {
    CommandKey key = new CommandKey("device-7:10042");

    assertThat(key.eventIdentifier(0)).isNotEqualTo(key.eventIdentifier(1));
  }

  @Test
  void identifiersAreUuidsOfTheCustomVersion() {
    UUID identifier = UUID.fromString(CommandKey.random().eventIdentifier(3));

    assertThat(identifier.version()).isEqualTo(8);
    assertThat(identifier.variant()).isEqualTo(2);
  }

  @Test
  void aKeyIsNotBlank() {
    assertThatThrownBy(() -> new CommandKey(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
