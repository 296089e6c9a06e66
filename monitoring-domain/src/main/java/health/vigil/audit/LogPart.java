package health.vigil.audit;

/**
 * A part of the log, and what it was when it was exported.
 *
 * @param epoch of the log
 * @param first position, from 1
 * @param last position, not before the first; both belong to it
 * @param before the hash of the event before the first, 64 hexadecimal digits, zeros when there is
 *     none
 * @param hash of the last event
 */
public record LogPart(String epoch, long first, long last, String before, String hash) {
  public LogPart {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("there is no such part of a log");
    }
  }

  /** How many events it has: positions have no gaps. */
  public long events() {
    return last - first + 1;
  }
}
