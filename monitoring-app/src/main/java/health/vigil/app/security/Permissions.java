package health.vigil.app.security;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of who may do what, asked by request. */
final class Permissions {
  private final List<Permission> rows;

  Permissions(List<Permission> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(Permission::path)).toList();
  }

  /**
   * The row of this request and what its path names; nothing when there is none, and then nothing
   * is permitted.
   *
   * @param method in capitals; HEAD is as GET
   * @param path normalised
   */
  Optional<Asked> find(String method, String path) {
    String read = method.equals("HEAD") ? "GET" : method;
    return rows.stream()
        .filter(row -> row.method().equals(read))
        .flatMap(row -> row.path().match(path).map(values -> new Asked(row, values)).stream())
        .findFirst();
  }

  /** The methods that the table has for this path. */
  Set<String> methodsOf(String path) {
    return rows.stream()
        .filter(row -> row.path().match(path).isPresent())
        .map(Permission::method)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<Permission> rows() {
    return rows;
  }

  /**
   * What is asked for.
   *
   * @param named the values of the path's variables
   */
  record Asked(Permission permission, Map<String, String> named) {
    Asked {
      named = Map.copyOf(named);
    }
  }
}
