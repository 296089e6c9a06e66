package health.vigil.benchmarks.store;

import java.sql.SQLException;

/** Somebody who is measured, a round at a time. */
record Contestant(String name, Course warming, Course course) {

  /** One whose rounds are long: it warms up with one of them. */
  Contestant(String name, Course course) {
    this(name, course, course);
  }

  Sample run() throws SQLException, InterruptedException {
    return course.run();
  }

  void warmUp() throws SQLException, InterruptedException {
    Sample ignored = warming.run();
  }

  /** One round. */
  interface Course {
    Sample run() throws SQLException, InterruptedException;
  }
}
