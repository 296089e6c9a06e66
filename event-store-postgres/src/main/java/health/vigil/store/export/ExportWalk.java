package health.vigil.store.export;

import health.vigil.store.chain.Comparison;
import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.chain.LogHash;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** Goes from line to line as long as each fits the one before it. */
final class ExportWalk {

  private final LogHash hashes = new LogHash();
  private final ExportManifest manifest;
  private final Comparison checkpoints;
  private long position;
  private byte[] hash;
  private String recordedAt = "";

  ExportWalk(ExportManifest manifest, Comparison checkpoints) {
    this.manifest = manifest;
    this.checkpoints = checkpoints;
    this.position = manifest.first() - 1;
    this.hash = manifest.link();
  }

  /** Where it stands: all up to here is as it should be. */
  long position() {
    return position;
  }

  String hash() {
    return HexFormat.of().formatHex(hash);
  }

  boolean isAtEnd() {
    return position == manifest.last();
  }

  /**
   * Whether a checkpoint of the event before the first, if there is one, tells what it rests on.
   */
  boolean restsOnWhatWasSigned() {
    return checkpoints.allowAt(position, hash);
  }

  /** Looks at the next line, and goes on if it fits. */
  Optional<Flaw> step(byte[] bytes, Lines rest) throws IOException {
    long expected = position + 1;
    Optional<ExportLine> line = ExportLine.parse(bytes);
    if (line.isEmpty()) {
      return Optional.of(new Flaw(expected, isAtEnd() ? Kind.EXTRA : Kind.UNREADABLE));
    }
    return line.get().position() == expected && !isAtEnd()
        ? step(line.get(), expected)
        : Optional.of(misplaced(line.get().position(), rest));
  }

  private Optional<Flaw> step(ExportLine line, long expected) {
    byte[] next = line.link(hash, hashes);
    if (!line.hash().equals(HexFormat.of().formatHex(next))) {
      return Optional.of(new Flaw(expected, Kind.CHANGED));
    }
    if (line.recordedAt().compareTo(recordedAt) < 0) {
      return Optional.of(new Flaw(expected, Kind.RECORDED_EARLIER));
    }
    if (!checkpoints.allowAt(expected, next)) {
      return Optional.of(new Flaw(expected, Kind.CHECKPOINT_DIFFERS));
    }
    position = expected;
    hash = next;
    recordedAt = line.recordedAt();
    return Optional.empty();
  }

  /** Whether the event that should be here comes later is worth a look, once all is lost anyway. */
  private Flaw misplaced(long found, Lines rest) throws IOException {
    long expected = position + 1;
    if (isAtEnd() || found < expected) {
      return new Flaw(found, Kind.EXTRA);
    }
    for (Optional<byte[]> line = rest.next(); line.isPresent(); line = rest.next()) {
      if (ExportLine.parse(line.get()).filter(event -> event.position() == expected).isPresent()) {
        return new Flaw(expected, Kind.OUT_OF_ORDER);
      }
    }
    return new Flaw(expected, Kind.MISSING);
  }
}
