package health.vigil.app.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of docs/reference/permissions.md whose first two columns are method and path.
 */
final class PermissionTable {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final int ROLES_FROM = 2;

  private final List<Permission> rows = new ArrayList<>();
  private List<String> header = List.of();

  private PermissionTable() {}

  /**
   * The rows in the order of the page.
   *
   * @throws IllegalArgumentException with one sentence, when a row can not be read
   */
  static List<Permission> read(String page) {
    PermissionTable table = new PermissionTable();
    page.lines().map(String::strip).forEach(table::line);
    return List.copyOf(table.rows);
  }

  private void line(String line) {
    if (!line.startsWith("|")) {
      header = List.of();
      return;
    }
    List<String> cells = cells(line);
    if (header.isEmpty()) {
      header = cells;
    } else if (isOurs() && !cells.stream().allMatch(cell -> cell.matches("-+"))) {
      rows.add(row(cells));
    }
  }

  private boolean isOurs() {
    return header.size() >= ROLES_FROM
        && header.subList(0, ROLES_FROM).equals(List.of("method", "path"));
  }

  private Permission row(List<String> cells) {
    require(cells.size() == header.size(), cells, "it has not as many cells as the header");
    require(METHODS.contains(cells.get(0)), cells, "its method is none");
    String path = cells.get(1).replace("`", "");
    require(path.startsWith("/"), cells, "its path does not begin with a slash");
    require(
        rows.stream()
            .noneMatch(row -> row.method().equals(cells.get(0)) && row.path().text().equals(path)),
        cells,
        "it is there twice");
    return new Permission(
        cells.get(0), new PathTemplate(path), reaches(cells), header.size() == ROLES_FROM);
  }

  private Map<Role, Reach> reaches(List<String> cells) {
    Map<Role, Reach> reaches = new EnumMap<>(Role.class);
    for (int i = ROLES_FROM; i < header.size(); i++) {
      String cell = cells.get(i);
      Role role =
          Role.named(header.get(i)).orElseThrow(() -> unreadable(cells, "a column is of no role"));
      reaches.put(
          role,
          Reach.of(cell).orElseThrow(() -> unreadable(cells, "a cell says nothing that is known")));
    }
    boolean isWhole = reaches.isEmpty() || reaches.size() == Role.values().length;
    require(isWhole, cells, "a role has no column");
    return reaches;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.length() - (line.endsWith("|") ? 1 : 0));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static void require(boolean isSo, List<String> cells, String otherwise) {
    if (!isSo) {
      throw unreadable(cells, otherwise);
    }
  }

  private static IllegalArgumentException unreadable(List<String> cells, String why) {
    return new IllegalArgumentException(
        "The row of permissions '%s' can not be read: %s."
            .formatted(String.join(" | ", cells).strip(), why));
  }
}
