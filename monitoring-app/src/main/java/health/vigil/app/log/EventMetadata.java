package health.vigil.app.log;

/** What the application notes on events beside what the framework's messages carry. */
public final class EventMetadata {
  /** Whom the event is about, a patient's id; the store has an index on it. */
  public static final String SUBJECT = "subject";

  /** The application that sent the request. */
  public static final String CLIENT = "client";

  private EventMetadata() {}
}
