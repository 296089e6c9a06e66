package health.vigil.store.contract;

/** One call of the engine, and what its caller learned. */
record Attempt(Intent intent, Outcome outcome) {

  @Override
  public String toString() {
    return intent + " -> " + outcome;
  }
}
