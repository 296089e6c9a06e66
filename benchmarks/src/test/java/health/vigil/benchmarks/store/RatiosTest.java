package health.vigil.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.local.LocalPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So small that its figures mean nothing. */
class RatiosTest {
  @TempDir Path folder;

  @Test
  void every_row_is_measured() throws SQLException, InterruptedException {
    Duration moment = Duration.ofMillis(30);
    Set<String> rows = Set.of("append", "bulk", "read", "verify", "load", "growth");
    Options tiny =
        new Options(
            rows,
            false,
            1,
            moment,
            moment,
            List.of(2, 64),
            List.of(2),
            64,
            2,
            3000,
            100,
            1000,
            0,
            0);

    LocalPostgres server = LocalPostgres.in(folder).notDurable().start();
    String table = Ratios.of(tiny, folder, server).text();

    assertThat(table)
        .contains("append, 1 event each, 64 callers")
        .contains("99th percentile at 64 callers")
        .contains("COPY of 100 in, binary")
        .contains("tracked read of 3,000 events")
        .contains("verification of the chain")
        .contains("load of an aggregate of 20 events, with snapshot")
        .contains("append at 1,000 stored events")
        .doesNotContain("NaN");
  }
}
