package health.vigil.synthea;

import java.time.Duration;

/** Time as a sender feels it; a test makes its own. */
interface Waiting {
  Waiting REAL =
      new Waiting() {
        @Override
        public Duration now() {
          return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
          Thread.sleep(duration.toMillis());
        }
      };

  /** How long since some fixed moment. */
  Duration now();

  void pause(Duration duration) throws InterruptedException;
}
