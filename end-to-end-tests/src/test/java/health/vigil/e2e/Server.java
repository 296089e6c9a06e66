package health.vigil.e2e;

/** Where the application listens now: after a kill it comes back on another port. */
final class Server {
  private volatile Http http;

  Server(Http http) {
    this.http = http;
  }

  Http now() {
    return http;
  }

  void moved(Http next) {
    http = next;
  }
}
