package health.vigil.store.append;

/** Is told what a writer does; on its thread or a caller's, so it must not wait. */
public interface WriterObserver {

  WriterObserver NONE = new WriterObserver() {};

  /**
   * PostgreSQL has taken or refused all appends of a group.
   *
   * @param head the position of the newest event that it has added, 0 when it has added none
   * @param nanos from the call of PostgreSQL to its answer
   */
  default void grouped(int appends, int events, long head, long nanos) {}

  /** Somebody was told to come again: there was no room, or no connection in time. */
  default void refused() {}

  /** Somebody had to be told that nobody knows. */
  default void unknown() {}

  /** No lane has a connection, and nothing is written. Told once an outage. */
  default void lost() {}

  /** A lane has a connection again, and what it had left unknown is settled. */
  default void recovered() {}
}
