package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the tables of a read model with their twins, row by row of the same primary key. */
@Singleton
class Comparing {
  private static final int SHOWN = 100;
  private static final String COLUMNS =
      """
      select attname from pg_attribute
      where attrelid = to_regclass('vigil.' || ?) and attnum > 0 and not attisdropped order by attnum
      """;
  private static final String KEYS =
      """
      select attname from pg_index, unnest(indkey::int2[]) with ordinality as part(number, place), pg_attribute
      where indrelid = to_regclass('vigil.' || ?) and indisprimary and attrelid = indrelid and attnum = number
      order by place
      """;
  private static final String DIFFERENCES =
      """
      select *, count(*) over () as found from (
        select concat_ws('/', %2$s) as key,
          case when live::text is null then 'MISSING' when twin::text is null then 'EXTRA' else 'DIFFERENT' end as what,
          array_remove(array[%3$s], null) as columns
        from (select t as live, t.* from vigil.%1$s t) l
        full join (select t as twin, t.* from vigil_rebuild.%1$s t) r using (%4$s)
        where live is distinct from twin
      ) d
      order by key collate "C" limit\s"""
          + SHOWN;

  private final Tables tables;

  Comparing(Tables tables) {
    this.tables = tables;
  }

  /** In one transaction that sees one state. */
  Comparison compare(ReadModel model, long position) {
    long rows = 0;
    long found = 0;
    List<Difference> shown = new ArrayList<>();
    for (String table : model.tables()) {
      rows += tables.read("select count(*) from vigil." + table, row -> row.getLong(1)).get(0);
      List<Found> differing = tables.read(differences(table), row -> found(table, row));
      differing.forEach(one -> shown.add(one.difference()));
      found += differing.isEmpty() ? 0 : differing.get(0).inAll();
    }
    return new Comparison(model, position, rows, shown, found - shown.size());
  }

  private String differences(String table) {
    List<String> keys = names(KEYS, table);
    List<String> columns = names(COLUMNS, table);
    String key = keys.stream().map(name -> name + "::text").collect(Collectors.joining(", "));
    String differing =
        columns.stream()
            .filter(name -> !keys.contains(name))
            .map("case when l.%1$s is distinct from r.%1$s then '%1$s' end"::formatted)
            .collect(Collectors.joining(", "));
    return DIFFERENCES.formatted(table, key, differing, String.join(", ", keys));
  }

  private List<String> names(String sql, String table) {
    return tables.read(sql, row -> row.getString(1), table);
  }

  private static Found found(String table, ResultSet row) throws SQLException {
    Difference.What what = Difference.What.valueOf(row.getString("what"));
    List<String> columns =
        what == Difference.What.DIFFERENT
            ? List.of((String[]) row.getArray("columns").getArray())
            : List.of();
    return new Found(
        new Difference(table, row.getString("key"), what, columns), row.getLong("found"));
  }

  private record Found(Difference difference, long inAll) {}
}
