package health.vigil.projection.rebuild;

import java.util.List;

/** A processor of read models, and the tables that it keeps. */
enum RebuiltTables {
  WARD_BOARD("ward-board", "ward_board_bed", "ward_board_stay"),
  PATIENT_CHART("patient-chart", "patient_directory", "chart_observation", "chart_plan"),
  ALERT_INBOX("alert-inbox", "alert_inbox"),
  DAY_LIST("day-list", "day_list");

  private final String group;
  private final List<String> tables;

  RebuiltTables(String group, String... tables) {
    this.group = group;
    this.tables = List.of(tables);
  }

  String group() {
    return group;
  }

  List<String> tables() {
    return tables;
  }
}
