package health.vigil.store;

import health.vigil.store.append.WriterObserver;
import java.util.function.LongConsumer;

/** Tells of what this node has appended, at once, and whoever else observes the writer. */
record Announcing(WriterObserver observer, LongConsumer appended) implements WriterObserver {

  @Override
  public void grouped(int appends, int events, long head, long nanos) {
    appended.accept(head);
    observer.grouped(appends, events, head, nanos);
  }

  @Override
  public void refused() {
    observer.refused();
  }

  @Override
  public void unknown() {
    observer.unknown();
  }

  @Override
  public void lost() {
    observer.lost();
  }

  @Override
  public void recovered() {
    observer.recovered();
  }
}
