package health.vigil.app.ingest;

import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.budget.IngestBudget;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one device of one patient: the recorded reading that stands for others, and
 * what was merged into it. While a reading is being recorded nothing stands for anything, so every
 * other is recorded too. Any thread may call, none waits.
 */
final class DeviceWindow {
  private final IngestBudget budget;
  private final Map<CommandKey, Told> told;
  private @Nullable Anchor anchor;
  private @Nullable Merging merging;

  /** What was not recorded, or stands apart since another reading stands now; the oldest first. */
  private final Deque<Merging> left = new ArrayDeque<>();

  /** What may be recorded or not, the oldest first. */
  private final Deque<Sending> unsettled = new ArrayDeque<>();

  private Instant newest = Instant.MIN;
  private Instant lastSeen = Instant.MIN;
  private int underWay;
  private boolean retired;

  /** What a client was told of a merged reading. */
  private record Told(String content, ObservationId into, long position) {}

  /**
   * @param remembered how many merged messages are known when they come again
   */
  DeviceWindow(IngestBudget budget, int remembered) {
    this.budget = budget;
    this.told =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<CommandKey, Told> eldest) {
            return size() > remembered;
          }
        };
  }

  /**
   * @param mayMerge whether this node knows what the log holds, and nothing else speaks against it
   * @param now by the clock of this node
   */
  synchronized Decision decide(ContinuousReading next, boolean mayMerge, Instant now) {
    if (retired) {
      return new Decision.AskAnother();
    }
    lastSeen = now;
    Told before = told.get(next.key());
    if (before != null) {
      return before.content().equals(next.wish().content())
          ? new Decision.Merge(before.into(), before.position(), true)
          : new Decision.Refuse();
    }
    if (isLate(next) || isAnchor(next)) {
      return new Decision.AskTheLog();
    }
    newest = next.measuredAt();
    return anchor != null && mayMerge && saysNothingNew(anchor, next)
        ? merge(anchor, next)
        : record();
  }

  private boolean isLate(ContinuousReading next) {
    return next.measuredAt().isBefore(newest);
  }

  private boolean isAnchor(ContinuousReading next) {
    return anchor != null && anchor.key().equals(next.key());
  }

  private boolean saysNothingNew(Anchor recorded, ContinuousReading next) {
    return budget.novelty(recorded.reading(), next.reading(), recorded.plan()).isEmpty();
  }

  private Decision merge(Anchor into, ContinuousReading next) {
    if (merging != null && !merging.anchor().id().equals(into.id())) {
      left.add(merging);
      merging = null;
    }
    merging = merging == null ? Merging.into(into, next) : merging.and(next);
    told.put(next.key(), new Told(next.wish().content(), into.id(), into.position()));
    return new Decision.Merge(into.id(), into.position(), false);
  }

  private Decision record() {
    underWay++;
    anchor = null;
    return new Decision.Keep(oldest());
  }

  private @Nullable Merging oldest() {
    if (!left.isEmpty()) {
      return left.remove();
    }
    Merging only = merging;
    merging = null;
    return only;
  }

  /**
   * A reading was recorded.
   *
   * @param next what stands for others from now on, null when it can not
   */
  synchronized void recorded(@Nullable Anchor next) {
    underWay--;
    if (next != null
        && !next.reading().measuredAt().isBefore(newest)
        && (anchor == null || anchor.position() < next.position())) {
      anchor = next;
    }
  }

  /** A reading was not recorded; what it carried is said with the next one. */
  synchronized void failed(@Nullable Merging carried) {
    underWay--;
    if (carried != null) {
      left.addFirst(carried);
    }
  }

  /** Nobody knows whether a reading was recorded, with what it carried. */
  synchronized void unsettled(Sending sending) {
    underWay--;
    unsettled.add(sending);
  }

  /** Gives out what is to be sent again; it counts as a reading that is being recorded. */
  synchronized Optional<Sending> toSettle() {
    Optional<Sending> oldest = Optional.ofNullable(unsettled.poll());
    underWay += oldest.isPresent() ? 1 : 0;
    return oldest;
  }

  /**
   * This can not be recorded, ever.
   *
   * @return whether it was left to be recorded
   */
  synchronized boolean giveUp(Merging refused) {
    return left.remove(refused);
  }

  /** Something else was recorded since this position: nothing is held against what was before. */
  synchronized void close(long position) {
    if (anchor != null && anchor.position() < position) {
      anchor = null;
    }
  }

  /**
   * Gives out what is to be recorded because its window is long over and no other reading came; it
   * counts as a reading that is being recorded.
   *
   * @param opened at the latest; what was recorded later stands for its readings still
   */
  synchronized Optional<Merging> due(Instant opened) {
    Merging next = left.isEmpty() ? merging : left.element();
    if (next == null || next.anchor().at().isAfter(opened)) {
      return Optional.empty();
    }
    underWay++;
    anchor = null;
    return Optional.ofNullable(oldest());
  }

  /** Whether it was given up, since nothing was heard and nothing is left to be recorded. */
  synchronized boolean retire(Instant silentSince) {
    boolean isDone = underWay == 0 && merging == null && left.isEmpty() && unsettled.isEmpty();
    retired = isDone && lastSeen.isBefore(silentSince);
    return retired;
  }
}
