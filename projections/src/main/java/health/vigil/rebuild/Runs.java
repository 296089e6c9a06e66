package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last run of each read model, as all nodes know it. There is one row a read model: who has put
 * his run into it may write the twins, until he ends it or gives no sign of life for too long.
 */
@Singleton
class Runs {
  private static final String BEGIN =
      """
      insert into vigil.read_model_run as known
        (projection, run, work, state, version, position, target, events, started_at, alive_at)
      values (?, ?, ?, 'RUNNING', ?, 0, 0, 0, clock_timestamp(), clock_timestamp())
      on conflict (projection) do update set
        run = excluded.run, work = excluded.work, state = excluded.state, version = excluded.version,
        position = 0, target = 0, events = 0, failure = null, ended_at = null, emptied = false,
        started_at = excluded.started_at, alive_at = excluded.alive_at
      where known.state <> 'RUNNING' or known.alive_at < clock_timestamp() - ? * interval '1 ms'
      """;
  private static final String LAST =
      """
      select *, state = 'RUNNING' and alive_at < clock_timestamp() - ? * interval '1 ms' as interrupted,
        extract(epoch from coalesce(ended_at, clock_timestamp()) - started_at) as seconds
      from vigil.read_model_run where projection = ?
      """;
  private static final String LEFT =
      """
      update vigil.read_model_run set emptied = true,
        run = case when state = 'RUNNING' then gen_random_uuid()::text else run end
      where projection = ? and not emptied
        and (state <> 'RUNNING' or alive_at < clock_timestamp() - ? * interval '1 ms')
      """;
  private static final String OURS = " where projection = ? and run = ? and state = 'RUNNING'";

  private final Tables tables;
  private final RebuildConfiguration configuration;

  Runs(Tables tables, RebuildConfiguration configuration) {
    this.tables = tables;
    this.configuration = configuration;
  }

  /**
   * @throws RunInProgress when there is one that is alive
   */
  Run begin(ReadModel model, Work work) {
    String id = UUID.randomUUID().toString();
    int begun =
        tables.change(BEGIN, model.group(), id, work.name(), model.version(), patienceMillis());
    if (begun == 0) {
      throw new RunInProgress(model.group());
    }
    return last(model).filter(run -> run.id().equals(id)).orElseThrow(() -> lost(model));
  }

  Optional<Run> last(ReadModel model) {
    return tables.read(LAST, row -> run(model, row), patienceMillis(), model.group()).stream()
        .findFirst();
  }

  /**
   * Notes how far the run has come; in the transaction that writes the twins, and before it does.
   *
   * @throws RunFailed when the run is no longer ours: nothing may be written any more
   */
  void reached(Run run, long position, long target, long moreEvents) {
    require(
        run,
        tables.change(
            "update vigil.read_model_run set position = ?, target = ?, events = events + ?,"
                + " alive_at = clock_timestamp()"
                + OURS,
            position,
            target,
            moreEvents,
            run.model().group(),
            run.id()));
  }

  /**
   * How far the twins are, as the database has it.
   *
   * @throws RunFailed when the run is no longer ours
   */
  long position(Run run) {
    return tables
        .read(
            "select position from vigil.read_model_run" + OURS,
            row -> row.getLong(1),
            run.model().group(),
            run.id())
        .stream()
        .findFirst()
        .orElseThrow(() -> lost(run.model()));
  }

  /**
   * @throws RunFailed when the run is no longer ours
   */
  void alive(Run run) {
    require(
        run,
        tables.change(
            "update vigil.read_model_run set alive_at = clock_timestamp()" + OURS,
            run.model().group(),
            run.id()));
  }

  /**
   * @throws RunFailed when the run is no longer ours
   */
  void done(Run run) {
    require(run, end(run, Run.State.DONE, null));
  }

  /** Whether the last run failed, no longer ago than this. */
  boolean hasFailed(ReadModel model, Duration within) {
    return !tables
        .read(
            """
            select 1 from vigil.read_model_run
            where projection = ? and state = 'FAILED' and ended_at > clock_timestamp() - ? * interval '1 ms'
            """,
            row -> true,
            model.group(),
            within.toMillis())
        .isEmpty();
  }

  /** Where the run has ended well; empty while it has not. */
  Optional<Long> doneAt(Run run) {
    return last(run.model())
        .filter(last -> last.id().equals(run.id()) && last.state() == Run.State.DONE)
        .map(Run::position);
  }

  /**
   * Whether nobody needs what is in the twins any more, and they are to be emptied in the present
   * transaction. Who was silent for too long loses his run by it; whoever wants to begin another
   * waits until the transaction ends.
   */
  boolean leftTwins(ReadModel model) {
    return tables.change(LEFT, model.group(), patienceMillis()) > 0;
  }

  /** Does nothing when the run is no longer ours. */
  void failed(Run run, String failure) {
    end(run, Run.State.FAILED, failure);
  }

  private int end(Run run, Run.State state, @Nullable String failure) {
    return tables.change(
        "update vigil.read_model_run set state = ?, failure = ?, ended_at = clock_timestamp()"
            + OURS,
        state.name(),
        failure,
        run.model().group(),
        run.id());
  }

  private static void require(Run run, int rows) {
    if (rows == 0) {
      throw lost(run.model());
    }
  }

  private static RunFailed lost(ReadModel model) {
    return new RunFailed("Another node has taken over " + model.group());
  }

  private long patienceMillis() {
    return configuration.silence().toMillis();
  }

  private static Run run(ReadModel model, ResultSet row) throws SQLException {
    return new Run(
        model,
        row.getString("run"),
        Work.valueOf(row.getString("work")),
        row.getBoolean("interrupted")
            ? Run.State.INTERRUPTED
            : Run.State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getLong("position"),
        row.getLong("target"),
        row.getLong("events"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Duration.ofNanos((long) (row.getDouble("seconds") * 1e9)),
        instant(row.getObject("ended_at", OffsetDateTime.class)),
        row.getString("failure"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
