package health.vigil.projection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The read models: the processing group of each, the version of what its handlers write, and its
 * tables. Whoever changes handlers so that the same events lead to other rows raises the version;
 * the next start then builds the read model anew beside the one that is served.
 */
public enum ReadModel {
  WARD_BOARD("ward-board", 1, "ward_board_bed", "ward_board_stay"),
  PATIENT_CHART("patient-chart", 3, "patient_directory", "chart_observation", "chart_plan"),
  ALERT_INBOX("alert-inbox", 1, "alert_inbox"),
  DAY_LIST("day-list", 1, "day_list");

  private final String group;
  private final int version;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final List<String> tables;

  ReadModel(String group, int version, String... tables) {
    this.group = group;
    this.version = version;
    this.tables = List.of(tables);
  }

  /** The read model of a processing group, if that is one. */
  public static Optional<ReadModel> ofGroup(String group) {
    return Stream.of(values()).filter(model -> model.group.equals(group)).findFirst();
  }

  /** The processing group, by which operators know it. */
  public String group() {
    return group;
  }

  /** From 1 on. */
  public int version() {
    return version;
  }

  /** Without schema; each exists in {@code vigil} and, as its twin, in {@code vigil_rebuild}. */
  public List<String> tables() {
    return tables;
  }
}
