package health.vigil.benchmarks.store;

import java.sql.SQLException;

/**
 * Somebody who is measured, a round at a time.
 *
 * @param preparation for a round, which does not count
 */
record Contestant(String name, Preparation preparation, Course warming, Course course) {

  /** One who needs no preparation. */
  Contestant(String name, Course warming, Course course) {
    this(name, () -> {}, warming, course);
  }

  /** One whose rounds are long: it warms up with one of them. */
  Contestant(String name, Course course) {
    this(name, course, course);
  }

  Sample run() throws SQLException, InterruptedException {
    return course.run();
  }

  void warmUp() throws SQLException, InterruptedException {
    prepare();
    Sample ignored = warming.run();
  }

  void prepare() throws SQLException, InterruptedException {
    preparation.prepare();
  }

  /** What has to be there before a round. */
  interface Preparation {
    void prepare() throws SQLException, InterruptedException;
  }

  /** One round. */
  interface Course {
    Sample run() throws SQLException, InterruptedException;
  }
}
