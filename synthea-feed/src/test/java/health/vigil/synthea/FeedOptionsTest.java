package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedOptionsTest {
  @Test
  void feedsTwentyPatientsUnlessToldOtherwise() {
    FeedOptions options = FeedOptions.of();

    assertThat(options.patients()).isEqualTo(20);
    assertThat(options.seed()).isEqualTo(42);
    assertThat(options.connections()).isEqualTo(2);
    assertThat(options.patience()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void theLastWordCounts() {
    assertThat(FeedOptions.of("--patients", "3", "--patients", "5").patients()).isEqualTo(5);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    refuses("not understood: --patient", "--patient", "3");
    refuses("not understood: --patients", "--patients");
    refuses("--patients is a number", "--patients", "many");
    refuses("--patients is 1 or more", "--patients", "0");
    refuses("--connections is 1 to 16", "--connections", "17");
    refuses("--patience is a duration", "--patience", "2m");
    refuses("--keep is for what Synthea makes", "--from", "a", "--keep", "b");
    refuses("a Bundle has 1000 bytes", "--bundle-bytes", "10");
  }

  private static void refuses(String sentence, String... arguments) {
    assertThatThrownBy(() -> FeedOptions.of(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}
