package health.vigil.app.fhir.reading;

import java.util.List;

/** A Bundle of things to do, in the order in which they were sent. */
public record BundleBody(Kind kind, List<BundleEntry> entries) {
  /** What the entries have to do with each other. */
  public enum Kind {
    /** Each entry on its own. */
    BATCH,
    /** All entries or none. */
    TRANSACTION
  }

  public BundleBody {
    entries = List.copyOf(entries);
  }
}
