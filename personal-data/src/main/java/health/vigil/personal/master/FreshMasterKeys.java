package health.vigil.personal.master;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Master keys that are read again when one is missing, and before one wraps: another node may use a
 * key that has come to this node's file since, and the one that wrapped may have been taken away.
 *
 * <p>The file's keys are made only when it has changed. Who meets a key that is not there looks at
 * the file at most every five seconds; in between it is not there.
 */
final class FreshMasterKeys implements MasterKeys {
  private static final long NOT_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

  private final Supplier<byte[]> file;
  private final Function<byte[], HeldMasterKeys> source;
  private final LongSupplier nanos;
  private volatile Known known;
  private byte[] seen;
  private boolean unreadable;
  private long madeAt;
  private long missedAt;

  /**
   * @param canWrap false when the file lacks the current key: what is known still unwraps
   */
  private record Known(HeldMasterKeys held, boolean canWrap) {}

  /**
   * @param source makes the keys of what the file holds
   * @throws UnusableMasterKeys when the source gives none
   */
  FreshMasterKeys(Supplier<byte[]> file, Function<byte[], HeldMasterKeys> source) {
    this(file, source, System::nanoTime);
  }

  FreshMasterKeys(
      Supplier<byte[]> file, Function<byte[], HeldMasterKeys> source, LongSupplier nanos) {
    this.file = file;
    this.source = source;
    this.nanos = nanos;
    this.seen = file.get();
    this.known = new Known(source.apply(seen), true);
    this.madeAt = nanos.getAsLong();
    this.missedAt = madeAt - NOT_AGAIN_NANOS;
  }

  @Override
  public String current() {
    return known.held().current();
  }

  @Override
  public Set<String> ids() {
    return known.held().ids();
  }

  @Override
  public Wrapped wrap(byte[] secret, byte[] about) throws GeneralSecurityException {
    refresh();
    Known now = known;
    if (!now.canWrap()) {
      throw new UnknownMasterKey(now.held().current());
    }
    return now.held().wrap(secret, about);
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, byte[] about) throws GeneralSecurityException {
    if (!ids().contains(wrapped.master()) && mayLookAgain()) {
      refresh();
    }
    return known.held().unwrap(wrapped, about);
  }

  private synchronized boolean mayLookAgain() {
    long now = nanos.getAsLong();
    boolean may = now - missedAt >= NOT_AGAIN_NANOS;
    missedAt = may ? now : missedAt;
    return may;
  }

  @Override
  public synchronized void refresh() {
    try {
      byte[] now = file.get();
      if (!Arrays.equals(now, seen) || mayHaveBecomeReadable()) {
        seen = now;
        known = made(now);
      }
    } catch (UnusableMasterKeys unusable) {
      // Somebody may be writing the file: what is known serves on.
    }
  }

  /** The password of a key store may have come after it. */
  private boolean mayHaveBecomeReadable() {
    return unreadable && nanos.getAsLong() - madeAt >= NOT_AGAIN_NANOS;
  }

  private Known made(byte[] bytes) {
    unreadable = true;
    madeAt = nanos.getAsLong();
    try {
      Known made = new Known(source.apply(bytes), true);
      unreadable = false;
      return made;
    } catch (NoCurrentKey gone) {
      unreadable = false;
      return new Known(known.held().with(gone.others()), false);
    }
  }
}
