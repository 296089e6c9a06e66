package health.vigil.personal.master;

/**
 * A secret that only a master key opens.
 *
 * @param master the id of that key
 */
@SuppressWarnings("ArrayRecordComponent") // read and written as it is, never compared
public record Wrapped(String master, byte[] bytes) {
  @Override
  public String toString() {
    return "Wrapped[master=" + master + "]";
  }
}
