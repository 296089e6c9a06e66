package health.vigil.monitoring;

import java.util.Map;

/**
 * Where a part of a command comes from when not all of it comes from one message: its events bear
 * this as metadata, before what the command itself hands on.
 */
public record Origin(Map<String, String> metaData) {
  /** The command's own. */
  public static final Origin OF_COMMAND = new Origin(Map.of());

  public Origin {
    metaData = Map.copyOf(metaData);
  }
}
