package health.vigil.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is said of read models in code holds in the database, and their twins are the same. */
@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class ReadModelTablesComponentTest {
  /** Every column, default, constraint, index, setting, right and comment of a schema's tables. */
  private static final String STRUCTURE =
      """
      select described from (
        select 'column ' || concat_ws(' ', c.relname, a.attnum, a.attname,
            format_type(a.atttypid, a.atttypmod), a.attnotnull, l.collname,
            pg_get_expr(d.adbin, d.adrelid), a.attstorage) as described
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            left join pg_collation l on l.oid = a.attcollation
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
          where c.relkind = 'r' and c.relnamespace = to_regnamespace(?1)
        union all
        select 'constraint ' || concat_ws(' ', c.relname, o.conname, pg_get_constraintdef(o.oid))
          from pg_class c join pg_constraint o on o.conrelid = c.oid and o.contype <> 'n'
          where c.relkind = 'r' and c.relnamespace = to_regnamespace(?1)
        union all
        select 'index ' || concat_ws(' ', c.relname, i.relname,
            replace(pg_get_indexdef(x.indexrelid), cast(?1 as text) || '.', ''), i.reloptions)
          from pg_class c join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
          where c.relkind = 'r' and c.relnamespace = to_regnamespace(?1)
        union all
        select 'table ' || concat_ws(' ', c.relname, c.reloptions, c.relacl, pg_get_userbyid(c.relowner))
          from pg_class c where c.relkind = 'r' and c.relnamespace = to_regnamespace(?1)
        union all
        select 'comment ' || concat_ws(' ', c.relname, obj_description(c.oid, 'pg_class'))
          from pg_class c where c.relname <> 'projection_progress'
            and c.relkind = 'r' and c.relnamespace = to_regnamespace(?1)
      ) s
      where split_part(described, ' ', 2) in (
        select name from vigil.read_model_table union all select 'projection_progress')
      order by described
      """;

  @Inject EntityManager entities;
  @Inject DataSource dataSource;

  @Test
  void a_twin_is_the_same_in_everything() {
    assertThat(structure("vigil_rebuild"))
        .isEqualTo(structure("vigil"))
        .anyMatch(line -> line.startsWith("index ward_board_bed ward_board_bed_ward"))
        .anyMatch(line -> line.startsWith("constraint chart_plan chart_plan_pkey PRIMARY KEY"))
        .hasSizeGreaterThan(100);
  }

  @Test
  void every_table_that_handlers_write_is_registered_under_its_read_model() {
    List<String> registered =
        strings("select projection || ' ' || name from vigil.read_model_table order by 1");

    assertThat(registered)
        .containsExactlyElementsOf(
            Stream.of(ReadModel.values())
                .flatMap(model -> model.tables().stream().map(t -> model.group() + " " + t))
                .sorted()
                .toList());
    assertThat(mapped())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("projection_progress"),
                    Stream.of(ReadModel.values()).flatMap(model -> model.tables().stream()))
                .toList());
  }

  @Test
  void every_read_model_has_a_row_with_a_version() {
    assertThat(strings("select projection from vigil.read_model order by 1"))
        .containsExactlyElementsOf(
            Stream.of(ReadModel.values()).map(ReadModel::group).sorted().toList());
  }

  @Test
  void the_serving_role_changes_places_of_registered_tables_and_nothing_else() throws SQLException {
    for (String forbidden :
        List.of(
            "alter table vigil.ward_board_bed set schema vigil_rebuild",
            "truncate vigil_rebuild.ward_board_bed",
            "create table vigil_rebuild.mine (id int)",
            "create table vigil_switch.mine (id int)",
            "insert into vigil.read_model_table values ('ward-board', 'events')",
            "update vigil.read_model_table set name = 'events' where name = 'day_list'",
            "select vigil.add_read_model_table('ward-board', 'events')")) {
      assertThat(refused(forbidden)).as(forbidden).isEqualTo("42501");
    }
    for (String function : List.of("switch_read_model", "empty_twins", "analyze_twins")) {
      assertThat(refused("select vigil." + function + "('events')")).isEqualTo("22023");
    }
  }

  private String refused(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "not refused";
    } catch (SQLException refusal) {
      return refusal.getSQLState();
    }
  }

  private TreeSet<String> mapped() {
    TreeSet<String> tables = new TreeSet<>();
    entities
        .getMetamodel()
        .getEntities()
        .forEach(type -> tables.add(type.getJavaType().getAnnotation(Table.class).name()));
    return tables;
  }

  private List<String> structure(String schema) {
    return entities
        .createNativeQuery(STRUCTURE, String.class)
        .setParameter(1, schema)
        .getResultList();
  }

  private List<String> strings(String sql) {
    return entities.createNativeQuery(sql, String.class).getResultList();
  }
}
