package health.vigil.store.contract;

/** Where the writer's way to PostgreSQL breaks, once. */
enum Fault {
  CUT_BEFORE_POSTGRES_HAS_THE_REQUEST,

  /** Both ends are cut as soon as PostgreSQL has it all. */
  CUT_WHEN_POSTGRES_HAS_THE_REQUEST,

  /** The writer's end is cut; PostgreSQL answers into the void. */
  CUT_BEFORE_THE_ANSWER,

  CUT_IN_THE_MIDDLE_OF_THE_ANSWER,

  /** The rows have come and the command is complete, but that it is committed is not said. */
  CUT_BEFORE_READY,

  /** Half open: the request gets nowhere, and nobody says so. */
  SILENCE_BEFORE_POSTGRES_HAS_THE_REQUEST,

  /** Half open: PostgreSQL answers, and it gets nowhere. */
  SILENCE_BEFORE_THE_ANSWER,

  /** Cut before the request is there, and the next connections are refused. */
  CUT_AND_NO_CONNECTION,

  /** Cut before the request is there, and the next connections are cut while they log in. */
  CUT_AND_NO_LOGIN,

  /** Cut before the request is there, and the next connections are never answered. */
  CUT_AND_SILENCE_AT_LOGIN,

  /** Cut when PostgreSQL has the request, and the next connections are cut while they log in. */
  CUT_WITH_THE_REQUEST_THERE_AND_NO_LOGIN,

  /** The writer's end is cut; the request reaches PostgreSQL when the test says so. */
  CUT_AND_THE_REQUEST_COMES_LATE;

  /** Whether nobody learns of it but by waiting in vain. */
  boolean isSilent() {
    return this == SILENCE_BEFORE_POSTGRES_HAS_THE_REQUEST || this == SILENCE_BEFORE_THE_ANSWER;
  }

  boolean refusesConnections() {
    return this == CUT_AND_NO_CONNECTION;
  }

  boolean refusesLogins() {
    return this == CUT_AND_NO_LOGIN || this == CUT_WITH_THE_REQUEST_THERE_AND_NO_LOGIN;
  }

  boolean silencesLogins() {
    return this == CUT_AND_SILENCE_AT_LOGIN;
  }

  /** Whether what is asked gets through to PostgreSQL at once. */
  boolean letsTheRequestThrough() {
    return switch (this) {
      case CUT_WHEN_POSTGRES_HAS_THE_REQUEST,
          CUT_BEFORE_THE_ANSWER,
          CUT_IN_THE_MIDDLE_OF_THE_ANSWER,
          CUT_BEFORE_READY,
          SILENCE_BEFORE_THE_ANSWER,
          CUT_WITH_THE_REQUEST_THERE_AND_NO_LOGIN ->
          true;
      default -> false;
    };
  }
}
