package health.vigil.store.chain;

import health.vigil.store.LogHead;
import health.vigil.store.chain.Flaw.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Looks whether the log's events are those that its hashes were made of, all there and in order.
 *
 * <p>It needs no more than the right to read, takes one connection at a time for as long as it runs
 * (in short statements), keeps some megabytes in memory however long the log is, and may run while
 * others append: it looks at what there is when it begins. It can be used again, and by several
 * threads.
 *
 * <p>By itself it finds what was changed by somebody who did not compute every hash anew up to the
 * head. Whoever did that is found by a signed checkpoint that was kept elsewhere: {@link #against}.
 */
public final class ChainVerifier {

  private final DataSource dataSource;
  private final List<Checkpoint> checkpoints;
  private final List<VerifyingKey> keys;
  private final Progress progress;

  /** A verifier of the log that this data source leads to. */
  public ChainVerifier(DataSource dataSource) {
    this(dataSource, List.of(), List.of(), (position, last) -> {});
  }

  private ChainVerifier(
      DataSource dataSource,
      Collection<Checkpoint> checkpoints,
      Collection<VerifyingKey> keys,
      Progress progress) {
    this.dataSource = dataSource;
    this.checkpoints = List.copyOf(checkpoints);
    this.keys = List.copyOf(keys);
    this.progress = progress;
  }

  /** Is told how far a verification has come, on the thread that verifies. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Everything up to a position is as it should be; called every thousand events or so.
     *
     * @param last the position that it goes to
     */
    void at(long position, long last);
  }

  /** The same, telling how far it is. */
  public ChainVerifier reporting(Progress to) {
    return new ChainVerifier(dataSource, checkpoints, keys, to);
  }

  /**
   * The same, comparing the log with checkpoints. Those before the position that a verification
   * begins with are left out; all others have to be signed with one of the keys, to be of the log's
   * epoch, and to tell the hash that the log has, or they are flaws.
   */
  public ChainVerifier against(Collection<Checkpoint> signed, Collection<VerifyingKey> by) {
    return new ChainVerifier(dataSource, signed, by, progress);
  }

  /**
   * Verifies the whole log, up to its head.
   *
   * @throws EventStoreException when the log can not be read
   * @throws InterruptedException when the thread is interrupted; then it ends soon
   */
  public Verification all() throws InterruptedException {
    return range(1, Long.MAX_VALUE);
  }

  /**
   * Verifies the log from a position on, which rests on the stored hash of the event before it: it
   * says nothing of what lies before. With a checkpoint of that position, given to {@link
   * #against}, it says that the log is the one that was signed, and how it went on.
   *
   * @throws EventStoreException when the log can not be read
   * @throws InterruptedException when the thread is interrupted; then it ends soon
   */
  public Verification from(long first) throws InterruptedException {
    return range(first, Long.MAX_VALUE);
  }

  /**
   * Verifies a part of the log, both ends included; a part that goes beyond the head ends there.
   * The part rests on the stored hash of the event before it, as {@link #from} says.
   *
   * @throws IllegalArgumentException when it begins before position 1 or ends before it begins
   * @throws EventStoreException when the log can not be read
   * @throws InterruptedException when the thread is interrupted; then it ends soon
   */
  public Verification range(long first, long last) throws InterruptedException {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("There is no such part of a log");
    }
    Bounds bounds = Bounds.of(dataSource);
    LogHead head = bounds.head();
    Comparison comparison = Comparison.of(checkpoints, keys, head.epoch(), first, head.position());
    List<Flaw> flaws = new ArrayList<>();
    long begin = Math.min(first, head.position() + 1);
    Optional<Link> before = Bounds.linkAt(dataSource, begin - 1);
    if (before.isEmpty()) {
      flaws.addAll(comparison.flaws());
      flaws.add(new Flaw(begin - 1, Kind.MISSING));
      return new Verification(head, begin, begin - 1, "", flaws);
    }
    ChainWalk walk = new ChainWalk(begin - 1, before.get(), comparison);
    long end = Math.min(last, head.position());
    walk(walk, end).or(() -> bounds.flawAtEnd(walk)).ifPresent(flaws::add);
    flaws.addAll(comparison.flaws());
    if (bounds.lowest() < 1 && first == 1) {
      flaws.add(new Flaw(bounds.lowest(), Kind.EXTRA));
    }
    return new Verification(head, begin, walk.position(), walk.hash(), flaws);
  }

  private Optional<Flaw> walk(ChainWalk walk, long last) throws InterruptedException {
    if (walk.position() >= last) {
      return Optional.empty();
    }
    try (ReadAhead reading = ReadAhead.of(dataSource, walk.position() + 1, last)) {
      for (List<byte[]> rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
        Optional<Flaw> flaw = walk.over(rows);
        if (flaw.isPresent()) {
          return flaw;
        }
        progress.at(walk.position(), last);
      }
    }
    return walk.position() == last
        ? Optional.empty()
        : Optional.of(new Flaw(walk.position() + 1, Kind.MISSING));
  }
}
