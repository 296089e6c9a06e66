package health.vigil.store.export;

import health.vigil.store.chain.ChainVerifier.Progress;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.Comparison;
import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.chain.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether an export holds exactly the events that its manifest was signed for, all there and
 * in order. It needs neither a database nor a network, reads the file once from its beginning to
 * its end, and keeps one event in memory however long the file is. It can be used again, and by
 * several threads.
 *
 * <p>A manifest proves that a node which had the key exported this, not that nobody had written the
 * log anew before: checkpoints that were kept elsewhere do, see {@link #against}.
 */
public final class ExportVerifier {

  private static final int EVENTS_A_REPORT = 1000;

  private final List<VerifyingKey> keys;
  private final List<Checkpoint> checkpoints;
  private final Progress progress;

  /**
   * @param keys one of which has to have signed the manifest
   */
  public ExportVerifier(Collection<VerifyingKey> keys) {
    this(keys, List.of(), (position, last) -> {});
  }

  private ExportVerifier(
      Collection<VerifyingKey> keys, Collection<Checkpoint> checkpoints, Progress progress) {
    this.keys = List.copyOf(keys);
    this.checkpoints = List.copyOf(checkpoints);
    this.progress = progress;
  }

  /** The same, telling every thousand events how far it is, on the thread that verifies. */
  public ExportVerifier reporting(Progress to) {
    return new ExportVerifier(keys, checkpoints, to);
  }

  /**
   * The same, comparing the events with checkpoints. Each that was signed for a position of the
   * export, or for the event before its first, has to be signed with one of the keys and to tell
   * the hash that is there; others are left out.
   */
  public ExportVerifier against(Collection<Checkpoint> signed) {
    return new ExportVerifier(keys, signed, progress);
  }

  /**
   * Verifies the files of an export.
   *
   * @throws UnusableExportException when a file is missing or the manifest is none
   * @throws IOException when a file can not be read
   */
  public ExportVerification verify(ExportFolder export) throws IOException {
    ExportManifest manifest = export.manifest();
    try (InputStream events = export.openEvents()) {
      return verify(manifest, events);
    }
  }

  /**
   * Verifies events, as many lines as there are; closes nothing.
   *
   * @throws IOException when they can not be read
   */
  public ExportVerification verify(ExportManifest manifest, InputStream events) throws IOException {
    List<Checkpoint> comparable =
        checkpoints.stream()
            .filter(signed -> signed.position() >= manifest.first() - 1)
            .filter(signed -> signed.position() <= manifest.last())
            .toList();
    Comparison comparison =
        Comparison.of(comparable, keys, manifest.epoch(), manifest.first() - 1, manifest.last());
    ExportWalk walk = new ExportWalk(manifest, comparison);
    List<Flaw> flaws = new ArrayList<>();
    if (!manifest.isSignedBy(keys)) {
      flaws.add(new Flaw(manifest.first(), Kind.NOT_SIGNED));
    }
    if (!walk.restsOnWhatWasSigned()) {
      flaws.add(new Flaw(walk.position(), Kind.CHECKPOINT_DIFFERS));
    }
    Optional<Flaw> ofEvents = walk(walk, new Lines(events), manifest);
    ofEvents.ifPresent(flaws::add);
    flaws.addAll(comparison.flaws());
    long line = ofEvents.isPresent() ? walk.position() - manifest.first() + 2 : 0;
    return new ExportVerification(
        manifest, walk.position(), walk.hash(), line, comparable.size(), flaws);
  }

  private Optional<Flaw> walk(ExportWalk walk, Lines lines, ExportManifest manifest)
      throws IOException {
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      Optional<Flaw> flaw = walk.step(line.get(), lines);
      if (flaw.isPresent()) {
        return flaw;
      }
      if (walk.position() % EVENTS_A_REPORT == 0 || walk.isAtEnd()) {
        progress.at(walk.position(), manifest.last());
      }
    }
    if (!walk.isAtEnd()) {
      return Optional.of(new Flaw(walk.position() + 1, Kind.TRUNCATED));
    }
    return walk.hash().equals(manifest.hash())
        ? Optional.empty()
        : Optional.of(new Flaw(walk.position(), Kind.MANIFEST_DIFFERS));
  }
}
