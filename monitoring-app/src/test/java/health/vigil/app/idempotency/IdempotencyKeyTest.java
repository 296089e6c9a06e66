package health.vigil.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @Test
  void the_message_id_wins_over_the_header() {
    assertThat(IdempotencyKey.of("key", "message").value()).isEqualTo("message");
    assertThat(IdempotencyKey.of("key", null).value()).isEqualTo("key");
    assertThat(IdempotencyKey.of(null, "message").value()).isEqualTo("message");
  }

  @Test
  void what_a_request_is_known_by_says_how_an_unknown_outcome_is_settled() {
    assertThat(IdempotencyKey.of("key", "message").by()).isEqualTo(Identification.MESSAGE_ID);
    assertThat(IdempotencyKey.of("key", null).by()).isEqualTo(Identification.IDEMPOTENCY_KEY);
    assertThat(IdempotencyKey.of(null, null).by()).isEqualTo(Identification.NOTHING);
    assertThat(Identification.MESSAGE_ID.advice()).contains(IdempotencyKey.MESSAGE_ID);
    assertThat(Identification.IDEMPOTENCY_KEY.advice()).contains(IdempotencyKey.HEADER);
    assertThat(Identification.NOTHING.advice()).contains("Read", "then decide");
  }

  @Test
  void a_request_without_a_key_is_like_no_other() {
    assertThat(IdempotencyKey.of(null, null)).isNotEqualTo(IdempotencyKey.of(null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a\nb"})
  void a_key_is_visible_ascii(String key) {
    assertThatThrownBy(() -> IdempotencyKey.of(key, null))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.errors().get(0).field()).isEqualTo(IdempotencyKey.HEADER));
    assertThatThrownBy(() -> IdempotencyKey.of(null, key)).isInstanceOf(Refusal.class);
  }

  @Test
  void a_key_has_200_characters_at_most() {
    assertThat(IdempotencyKey.of("x".repeat(200), null).value()).hasSize(200);
    assertThatThrownBy(() -> IdempotencyKey.of("x".repeat(201), null)).isInstanceOf(Refusal.class);
  }
}
