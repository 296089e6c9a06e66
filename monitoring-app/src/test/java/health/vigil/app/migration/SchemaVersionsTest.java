package health.vigil.app.migration;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.local.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaVersionsTest {
  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void the_application_asks_for_every_migration_that_there_is() {
    assertThat(SchemaVersions.REQUIRED).containsExactlyElementsOf(versions());
  }

  @Test
  void the_newest_version_is_the_greatest_number() {
    assertThat(SchemaVersions.newest(List.of("2", "13", "3"))).isEqualTo("13");
  }

  private List<String> versions() {
    MigrationInfo[] all =
        Flyway.configure()
            .dataSource(database.ownerDataSource())
            .schemas("vigil")
            .placeholders(Map.of("servingRole", database.serving().user()))
            .load()
            .info()
            .all();
    return Arrays.stream(all)
        .flatMap(info -> Stream.ofNullable(info.getVersion()))
        .map(Object::toString)
        .toList();
  }
}
