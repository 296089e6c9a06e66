package health.vigil.cli.place;

import health.vigil.cli.terminal.CouldNotLook;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that holds the log: the one that {@code VIGIL_DATABASE_URL} names, else that of
 * the Vigil that runs in the data folder. Any role that may read the log will do.
 */
public record Database(String url, String user, @Nullable String password) {

  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 60;

  /**
   * Finds it, without asking it anything.
   *
   * @throws CouldNotLook when nothing says where it is
   */
  public static Database of(Surroundings surroundings) {
    Optional<String> own = surroundings.value("VIGIL_DATABASE_URL");
    if (own.isPresent()) {
      return new Database(
          checked(own.get()),
          surroundings
              .value("VIGIL_DATABASE_USER")
              .orElseThrow(
                  () ->
                      new CouldNotLook(
                          "With VIGIL_DATABASE_URL there has to be VIGIL_DATABASE_USER too; any role that may read the log will do.")),
          surroundings.value("VIGIL_DATABASE_PASSWORD").orElse(null));
    }
    RunningVigil running =
        RunningVigil.in(surroundings.data())
            .orElseThrow(
                () ->
                    new CouldNotLook(
                        "No Vigil runs in %s: start it with ./vigil serve, name its data folder in VIGIL_DATA, or a PostgreSQL of your own in VIGIL_DATABASE_URL."
                            .formatted(surroundings.data())));
    return new Database(
        running.value("database.url"),
        running.value("database.user"),
        running.value("database.password"));
  }

  private static String checked(String url) {
    String jdbc = url.replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
    if (!jdbc.matches("jdbc:postgresql://[^/@?]+/[^/?]+(\\?.*)?")) {
      throw new CouldNotLook(
          "VIGIL_DATABASE_URL has to look like jdbc:postgresql://host:5432/vigil.");
    }
    return jdbc;
  }

  /** Unpooled connections that can not write. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = writing();
    dataSource.setReadOnly(true);
    return dataSource;
  }

  /** Unpooled connections that can do whatever the role may. */
  public PGSimpleDataSource writing() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    dataSource.setApplicationName("vigil command line");
    dataSource.setConnectTimeout(CONNECT_SECONDS);
    dataSource.setSocketTimeout(SILENCE_SECONDS);
    dataSource.setTcpKeepAlive(true);
    dataSource.setLogServerErrorDetail(false);
    return dataSource;
  }

  /** Where it is, for a person to read: without what may be secret. */
  public String address() {
    return url.replaceFirst("\\?.*", "");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + "@" + address();
  }
}
