package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as they are hashed: {@code 2026-11-23T13:05:00.123456Z}, always UTC, always six digits.
 *
 * <p>Within, a time is what PostgreSQL keeps: a count of microseconds since the year 2000. The log
 * holds the years 1 to 9999; should somebody have put others there, they have more digits or a
 * sign.
 */
final class UtcText {

  static final int LONGEST = 32;

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;
  private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

  /** Most times lie on the day of the time before. */
  private long day = Long.MIN_VALUE;

  private final byte[] dayText = new byte[LONGEST];
  private int dayLength;

  /** What PostgreSQL keeps of a time; smaller fractions are cut off. */
  static long micros(Instant time) {
    long seconds = time.getEpochSecond() - DAYS_TO_2000 * 86_400;
    return Math.addExact(Math.multiplyExact(seconds, MICROS_A_SECOND), time.getNano() / 1000);
  }

  static Instant instant(long micros) {
    long seconds = Math.floorDiv(micros, MICROS_A_SECOND);
    return Instant.ofEpochSecond(
        seconds + DAYS_TO_2000 * 86_400, Math.floorMod(micros, MICROS_A_SECOND) * 1000);
  }

  /**
   * Writes the text, at most {@link #LONGEST} bytes.
   *
   * @return how many bytes
   */
  int write(long micros, byte[] into, int at) {
    remember(Math.floorDiv(micros, MICROS_A_DAY));
    System.arraycopy(dayText, 0, into, at, dayLength);
    long ofDay = Math.floorMod(micros, MICROS_A_DAY);
    int second = (int) (ofDay / MICROS_A_SECOND);
    int end = at + dayLength;
    end = digits(second / 3600, 2, into, end, 'T');
    end = digits(second / 60 % 60, 2, into, end, ':');
    end = digits(second % 60, 2, into, end, ':');
    end = digits((int) (ofDay % MICROS_A_SECOND), 6, into, end, '.');
    into[end] = 'Z';
    return end + 1 - at;
  }

  private void remember(long wanted) {
    if (wanted != day) {
      byte[] text = LocalDate.ofEpochDay(wanted + DAYS_TO_2000).toString().getBytes(US_ASCII);
      // Java marks years of more than four digits.
      int from = text[0] == '+' ? 1 : 0;
      dayLength = text.length - from;
      System.arraycopy(text, from, dayText, 0, dayLength);
      day = wanted;
    }
  }

  private static int digits(int number, int count, byte[] into, int at, char before) {
    into[at] = (byte) before;
    int rest = number;
    for (int place = at + count; place > at; place--) {
      into[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + count + 1;
  }
}
