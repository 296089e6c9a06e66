package health.vigil.personal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.local.TestDatabase;
import health.vigil.personal.master.Wrapped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresKeyTableTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Wrapped FIRST = new Wrapped("1", new byte[] {1, 2, 3});
  private static final Wrapped SECOND = new Wrapped("2", new byte[] {4, 5, 6});
  private static TestDatabase database;
  private static PostgresKeyTable table;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.create();
    Flyway.configure()
        .dataSource(database.ownerDataSource())
        .schemas("vigil")
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", database.serving().user()))
        .load()
        .migrate();
    table = new PostgresKeyTable(database.servingDataSource());
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static Wrapped wrapped(String patient) {
    return Objects.requireNonNull(table.find(patient).orElseThrow().wrapped());
  }

  @Test
  void theFirstKeyOfAPatientStays() {
    table.add("anna", FIRST);
    table.add("anna", SECOND);

    assertThat(wrapped("anna").master()).isEqualTo("1");
    assertThat(wrapped("anna").bytes()).isEqualTo(FIRST.bytes());
    assertThat(table.find("nobody")).isEmpty();
  }

  @Test
  void aDestroyedKeyIsGoneForEver() {
    table.add("bert", FIRST);
    table.destroy("bert", NOW);
    table.destroy("bert", NOW.plusSeconds(9));
    table.add("bert", SECOND);

    KeyRow row = table.find("bert").orElseThrow();
    assertThat(row.wrapped()).isNull();
    assertThat(row.erasedAt()).isEqualTo(NOW);
    assertThat(table.replace("bert", FIRST, SECOND)).isFalse();
  }

  @Test
  void somebodyWithoutAKeyIsErasedToo() {
    table.destroy("carla", NOW);
    table.add("carla", FIRST);

    assertThat(table.find("carla").orElseThrow().wrapped()).isNull();
  }

  @Test
  void aKeyIsReplacedOnlyWhileItIsWhatItWas() {
    table.add("dora", FIRST);

    assertThat(table.replace("dora", FIRST, SECOND)).isTrue();
    assertThat(table.replace("dora", FIRST, SECOND)).isFalse();
    assertThat(wrapped("dora").master()).isEqualTo("2");
    assertThat(table.masters()).contains("2");
    assertThat(table.wrappedWithOthersThan("none of them")).isPositive();
  }

  @Test
  void livingKeysAreReadInPages() {
    table.add("x1", FIRST);
    table.add("x2", FIRST);
    table.add("x3", FIRST);
    table.destroy("x2", NOW);

    assertThat(table.living("x", 2)).extracting(KeyRow::patient).containsExactly("x1", "x3");
    assertThat(table.living("x1", 2)).extracting(KeyRow::patient).containsExactly("x3");
  }

  @Test
  void keysOfOtherMastersAreReadInPages() {
    table.add("y1", FIRST);
    table.add("y2", SECOND);
    table.add("y3", FIRST);
    table.destroy("y1", NOW);

    assertThat(table.wrappedWithOthersThan("2", "y", 1))
        .extracting(KeyRow::patient)
        .containsExactly("y3");
  }

  @Test
  void nobodyBringsADestroyedKeyBackAndTheServingRoleDeletesNone() {
    table.destroy("emil", NOW);

    assertRefused(
        database.ownerDataSource(),
        "UPDATE vigil_keys.patient_key SET erased_at = NULL, master = '1', wrapped = 'x'"
            + " WHERE patient = 'emil'",
        "a destroyed key stays destroyed");
    assertRefused(
        database.ownerDataSource(),
        "DELETE FROM vigil_keys.patient_key WHERE patient = 'emil'",
        "a destroyed key stays destroyed");
    assertRefused(
        database.servingDataSource(), "DELETE FROM vigil_keys.patient_key", "permission denied");
  }

  private static void assertRefused(DataSource role, String sql, String why) {
    assertThatThrownBy(
            () -> {
              try (Connection connection = role.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }
}
