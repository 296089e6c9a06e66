package health.vigil.benchmarks.store;

import health.vigil.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Vigil's log against Axon's JDBC engine, against a plain INSERT and against COPY: one PostgreSQL,
 * one run, the same events, medians of rounds in alternating order.
 */
final class Ratios {
  private final Options options;
  private final Ground ground;
  private final Readings readings;
  private final Table table;

  private Ratios(Options options, Ground ground, Table table) {
    this.options = options;
    this.ground = ground;
    this.table = table;
    this.readings = Readings.generated(options.setsOfStays());
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    System.setProperty("axoniq.update-checker.disabled", "true");
    if (System.getProperty("application.jvm") == null) {
      // That of a server, not that of a short test.
      System.setProperty("application.jvm", "-Xmx700m");
    }
    Path folder = Files.createTempDirectory(Path.of("target"), "ratios");
    try {
      System.out.println(of(Options.given(), folder).text());
    } finally {
      delete(folder);
    }
  }

  /** A long log takes many gigabytes. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static Table of(Options options, Path folder) throws SQLException, InterruptedException {
    Path log = folder.resolve("log");
    Table table = of(options, log, LocalPostgres.in(log).start());
    if (options.rows().contains("board")) {
      new Board(options, folder, table).run();
    }
    return table;
  }

  /** All but the ward board, on a server that runs in this folder and is closed in the end. */
  static Table of(Options options, Path folder, LocalPostgres server)
      throws SQLException, InterruptedException {
    Table table = new Table();
    try (Ground ground = Ground.on(server, folder, options.pool())) {
      Ratios ratios = new Ratios(options, ground, table);
      ratios.introduce();
      ratios.run();
    }
    return table;
  }

  @SuppressWarnings("SystemOut")
  private void introduce() throws SQLException {
    System.out.println(ground.settings());
    System.out.println(readings.sizes());
    System.out.println(AxonPeer.SETTINGS);
    System.out.println(options);
  }

  private void run() throws SQLException, InterruptedException {
    try (OurLog ours = new OurLog(ground, readings, options.lanes())) {
      run(ours);
    }
  }

  private void run(OurLog ours) throws SQLException, InterruptedException {
    Set<String> rows = options.rows();
    AxonPeer axon = AxonPeer.on(ground, readings);
    Appends appends =
        new Appends(options, ground, ours, axon, PlainTable.on(ground, readings), table);
    if (rows.contains("append")) {
      appends.one();
    }
    if (rows.contains("bulk")) {
      appends.bulk();
    }
    if (rows.contains("read") || rows.contains("verify")) {
      read(new Reads(options, ground, ours, axon, table));
    }
    if (rows.contains("load")) {
      new Loads(options, ground, readings, ours, axon, table).run();
    }
    if (rows.contains("following")) {
      new Following(options, ground, ours, table).run();
    }
    if (rows.contains("growth")) {
      new Growth(options, ground, ours, table).run();
    }
  }

  private void read(Reads reads) throws SQLException, InterruptedException {
    reads.prepare();
    if (options.rows().contains("read")) {
      reads.run();
    }
    if (options.rows().contains("verify")) {
      reads.verify();
    }
  }
}
