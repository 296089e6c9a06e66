package health.vigil.store.read;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a stream, of which the next page is read when one that was full is at its end. */
final class Pages implements Iterator<StoredEvent> {

  /** Rows of a page. */
  static final int ROWS = 1000;

  private final LongFunction<List<StoredEvent>> following;
  private List<StoredEvent> page;
  private int given;

  /**
   * @param first the first page, already read
   * @param following reads from a sequence number on
   */
  Pages(List<StoredEvent> first, LongFunction<List<StoredEvent>> following) {
    this.page = first;
    this.following = following;
  }

  Stream<StoredEvent> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    if (given == page.size() && given == ROWS) {
      page = following.apply(page.get(given - 1).sequence() + 1);
      given = 0;
    }
    return given < page.size();
  }

  @Override
  public StoredEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(given++);
  }
}
