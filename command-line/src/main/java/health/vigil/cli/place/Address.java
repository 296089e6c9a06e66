package health.vigil.cli.place;

import health.vigil.cli.terminal.CouldNotLook;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where the application is. */
final class Address {

  private static final String DEFAULT_PORT = "8080";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private Address() {}

  /**
   * The one that is named, else the port {@code VIGIL_PORT} of this machine, else what runs in the
   * data folder, else port 8080.
   */
  static URI of(Surroundings surroundings, Optional<URI> named) {
    return named
        .or(() -> surroundings.value("VIGIL_PORT").map(Address::onPort))
        .or(() -> RunningVigil.in(surroundings.data()).map(it -> URI.create(it.value("address"))))
        .orElseGet(() -> onPort(DEFAULT_PORT));
  }

  /** By its name alone: what another resolves to may be anybody. */
  static boolean isOfThisMachine(URI address) {
    return THIS_MACHINE.contains(String.valueOf(address.getHost()));
  }

  private static URI onPort(String port) {
    if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65535) {
      throw new CouldNotLook("VIGIL_PORT has to be a number from 1 to 65535.");
    }
    return URI.create("http://127.0.0.1:" + port);
  }
}
