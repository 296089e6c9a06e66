package health.vigil.app.log;

import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.CheckpointLines;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.export.ExportPages;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The log as auditors see it: verified, compared with what was signed, given out signed. */
@Singleton
public class SignedLog {
  private final Optional<CheckpointPlace> place;
  private final DataSource ownConnections;
  private final DataSource pool;

  /** A verification may take long: it has connections of its own, beside the pool. */
  @Inject
  SignedLog(CheckpointConfiguration configuration, AgroalDataSource pool) {
    this.place = CheckpointPlace.of(configuration);
    this.ownConnections = new OwnConnections(pool, "log verification");
    this.pool = pool;
  }

  /** The key that signs checkpoints and exports; none when none is configured. */
  public Optional<SigningKey> key() {
    return place.map(CheckpointPlace::key);
  }

  /**
   * The checkpoints that this node's key has signed so far; none when none is configured.
   *
   * @throws UncheckedIOException when they can not be read
   */
  public List<Checkpoint> checkpoints() {
    return place.map(SignedLog::read).orElse(List.of());
  }

  private static List<Checkpoint> read(CheckpointPlace from) {
    try {
      return CheckpointLines.read(from.file().path()).checkpoints();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Compares the log with these; each verification takes two connections beside the pool. */
  public ChainVerifier verifier(List<Checkpoint> checkpoints) {
    return new ChainVerifier(ownConnections)
        .against(checkpoints, key().map(SigningKey::verifyingKey).stream().toList());
  }

  /** The events from one position to another as exports have them, read as they are asked for. */
  public ExportPages pages(long first, long last) {
    return new ExportPages(pool, first, last);
  }
}
