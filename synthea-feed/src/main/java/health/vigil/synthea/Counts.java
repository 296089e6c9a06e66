package health.vigil.synthea;

/** How many are in the files, and what became of them. */
record Counts(long inFiles, long recorded, long recordedBefore, long refused) {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  Counts found() {
    return plus(new Counts(1, 0, 0, 0));
  }

  Counts became(Outcome.Kind kind) {
    return plus(
        switch (kind) {
          case RECORDED -> new Counts(0, 1, 0, 0);
          case RECORDED_BEFORE -> new Counts(0, 0, 1, 0);
          case REFUSED -> new Counts(0, 0, 0, 1);
        });
  }

  Counts plus(Counts other) {
    return new Counts(
        inFiles + other.inFiles,
        recorded + other.recorded,
        recordedBefore + other.recordedBefore,
        refused + other.refused);
  }

  /** In the files with no outcome; negative when there are more outcomes than there should be. */
  long unaccounted() {
    return inFiles - done();
  }

  long done() {
    return recorded + recordedBefore + refused;
  }

  /** Recorded now or before. */
  long inTheLog() {
    return recorded + recordedBefore;
  }

  /** The part of what is in the files that is in the log, 0 to 1; nothing of nothing is all. */
  double share() {
    return inFiles == 0 ? 1 : (double) inTheLog() / inFiles;
  }
}
