package health.vigil.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
  @ParameterizedTest
  @CsvSource({
    "08:00, 08:30, false",
    "08:30, 09:00, false",
    "08:30, 09:01, true",
    "09:00, 09:30, true",
    "09:10, 09:20, true",
    "08:00, 10:00, true",
    "09:29, 10:00, true",
    "09:30, 10:00, false"
  })
  void a_slot_from_nine_to_half_past_overlaps(String start, String end, boolean overlaps) {
    Slot nine = utc("09:00", "09:30");

    assertThat(nine.overlaps(utc(start, end))).isEqualTo(overlaps);
    assertThat(utc(start, end).overlaps(nine)).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({
    // Berlin is an hour ahead of UTC in winter and two in summer
    "2026-11-24T22:30:00Z, 2026-11-24T23:00:00Z, 2026-11-24, 1",
    "2026-11-24T22:30:00Z, 2026-11-24T23:00:01Z, 2026-11-24, 2",
    "2026-11-24T23:00:00Z, 2026-11-24T23:30:00Z, 2026-11-25, 1",
    "2026-06-24T22:00:00Z, 2026-06-24T22:30:00Z, 2026-06-25, 1",
    "2026-10-25T00:30:00Z, 2026-10-25T02:30:00Z, 2026-10-25, 1"
  })
  void touches_the_local_days_of_the_hospital(
      Instant start, Instant end, LocalDate first, int count) {
    Slot slot = Slot.of(start, end, ZoneId.of("Europe/Berlin"));

    assertThat(slot.days()).isEqualTo(first.datesUntil(first.plusDays(count)).toList());
  }

  @Test
  void does_not_end_before_it_starts() {
    assertThatThrownBy(() -> utc("09:30", "09:30")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Slot utc(String start, String end) {
    return Slot.of(instant(start), instant(end), ZoneId.of("UTC"));
  }

  private static Instant instant(String time) {
    return Instant.parse("2026-11-24T" + time + ":00Z");
  }
}
