package health.vigil.axon.command;

/** The names of what travels with each message. */
public final class Metadata {

  /**
   * The {@link CommandKey} of a command and of the events it led to; an event that is applied with
   * one of its own keeps it.
   */
  public static final String COMMAND_KEY = "commandKey";

  /** A digest of the request, so that one key with other content can be told. */
  public static final String REQUEST_HASH = "requestHash";

  /** On whose behalf it happens. */
  public static final String ACTOR = "actor";

  /**
   * The identifier of the event that led to this message, over however many commands and deadlines;
   * what somebody asked for from outside bears its own {@link #CORRELATION_ID} instead.
   */
  public static final String CAUSATION_ID = "causationId";

  /** Of the request that began it all: a UUID, greater than those of earlier requests. */
  public static final String CORRELATION_ID = "correlationId";

  /** The trace of the request: 32 hexadecimal digits, which several requests may share. */
  public static final String TRACE_ID = "traceId";

  /** The saga or processing group that sent the command on its own account. */
  public static final String REACTION = "reaction";

  /** In a result: the command was recorded before and has done nothing now. */
  public static final String ALREADY_RECORDED = "alreadyRecorded";

  private Metadata() {}
}
