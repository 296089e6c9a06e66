package health.vigil.architecture.planted.domain;

import java.time.Instant;

final class ReadsTheClock {
  Instant at() {
    return Instant.now();
  }
}
