package health.vigil.app.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-23T08:00:00Z|42", "Zoë/1?&="})
  void a_cursor_leads_back_to_its_place(String place) {
    assertThat(Cursor.decode(Cursor.encode(place))).isEqualTo(place);
  }

  @Test
  void a_cursor_goes_into_a_url_as_it_is() {
    assertThat(Cursor.encode("Zoë/1?&= ÿÿÿ")).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void no_cursor_is_the_beginning() {
    assertThat(Cursor.decode(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "abc", "MTo=x"})
  void what_was_never_given_out_is_refused(String cursor) {
    assertThatThrownBy(() -> Cursor.decode(cursor)).isInstanceOf(Refusal.class);
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    String cursor = Base64.getUrlEncoder().encodeToString(new byte[] {'1', ':', (byte) 0xff});

    assertThatThrownBy(() -> Cursor.decode(cursor)).isInstanceOf(Refusal.class);
  }
}
