package health.vigil.app.alert.explanation;

/** What a sentence rests on. */
enum Source {
  SCORING("NEWS2 2017, chart 1: the scoring system"),
  THRESHOLDS("NEWS2 2017, chart 2: thresholds and triggers"),
  RECORDED("the log"),
  PLAN("the patient's monitoring plan"),
  DECISIONS("docs/decisions/0010-our-clinical-decisions-have-a-version.md"),
  ROUNDING("docs/decisions/0011-decimals-are-rounded-half-up.md"),
  INCOMPLETE("docs/decisions/0013-an-incomplete-set-has-no-total.md"),
  UNKNOWN_OXYGEN("docs/decisions/0014-scale-2-needs-to-know-about-oxygen.md"),
  LATE("docs/decisions/0016-late-data-alerts-for-an-hour.md"),
  OUTSIDE_STAY("docs/decisions/0017-outside-a-stay-nothing-is-scored.md"),
  CORRECTIONS("docs/decisions/0018-corrections-judge-again.md"),
  NOT_SCORED("docs/decisions/0019-who-is-not-scored.md"),
  OTHER_SCORES("docs/decisions/0020-scores-from-outside-are-compared.md"),
  DUE("docs/decisions/0021-when-the-next-set-is-due.md"),
  ALERTS("docs/reference/alerts.md");

  private final String inWords;

  Source(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }
}
