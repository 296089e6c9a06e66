package health.vigil.store.contract;

/** Where an event is to stand. */
record Place(String stream, long sequence) {

  static Place parse(String text) {
    int colon = text.lastIndexOf(':');
    return new Place(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return stream + ":" + sequence;
  }
}
