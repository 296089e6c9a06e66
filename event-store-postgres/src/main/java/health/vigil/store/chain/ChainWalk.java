package health.vigil.store.chain;

import health.vigil.store.chain.Flaw.Kind;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Goes from event to event as long as each fits the one before it. */
final class ChainWalk {

  private final LogHash hashes = new LogHash();
  private final StoredRow row = new StoredRow();
  private final Comparison checkpoints;
  private long position;
  private long recordedAt;
  private byte[] hash;
  private byte[] next = new byte[LogHash.LENGTH];

  /** Stands at a position, behind which it looks on. */
  ChainWalk(long position, Link link, Comparison checkpoints) {
    this.position = position;
    this.recordedAt = link.recordedAt();
    this.hash = link.hash();
    this.checkpoints = checkpoints;
  }

  /** Where it stands: all up to here is as it should be. */
  long position() {
    return position;
  }

  /** In microseconds since the year 2000. */
  long recordedAt() {
    return recordedAt;
  }

  String hash() {
    return HexFormat.of().formatHex(hash);
  }

  /** Goes over these events; stops before the first that does not fit, and says why. */
  Optional<Flaw> over(List<byte[]> rows) {
    for (byte[] each : rows) {
      row.moveTo(each);
      Optional<Flaw> flaw = step();
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }

  private Optional<Flaw> step() {
    long expected = position + 1;
    if (row.position() != expected) {
      return Optional.of(
          row.position() > expected
              ? new Flaw(expected, Kind.MISSING)
              : new Flaw(row.position(), Kind.EXTRA));
    }
    hashes.link(hash, row, next);
    if (!row.hasHash(next)) {
      return Optional.of(new Flaw(expected, Kind.CHANGED));
    }
    if (row.recordedAt() < recordedAt) {
      return Optional.of(new Flaw(expected, Kind.RECORDED_EARLIER));
    }
    if (!checkpoints.allowAt(expected, next)) {
      return Optional.of(new Flaw(expected, Kind.CHECKPOINT_DIFFERS));
    }
    advance(expected);
    return Optional.empty();
  }

  private void advance(long to) {
    position = to;
    recordedAt = row.recordedAt();
    byte[] free = hash;
    hash = next;
    next = free;
  }
}
