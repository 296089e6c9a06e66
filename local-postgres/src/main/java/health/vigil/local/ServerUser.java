package health.vigil.local;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs, which refuses to run as root. */
enum ServerUser {
  /** As the user of this process. */
  SELF(""),

  /** As root without any privilege, in a user namespace; its files are root's. */
  NAMESPACE("unshare -U"),

  /** As nobody, where root may not make a user namespace, as in many containers. */
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private static final int ROOT_ID = 0;
  private static final int NOBODY_ID = 65534;

  private final String prefix;

  ServerUser(String prefix) {
    this.prefix = prefix;
  }

  static ServerUser current() {
    return Detected.USER;
  }

  private static final class Detected {
    static final ServerUser USER = detect();
  }

  private static ServerUser detect() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return SELF;
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return NAMESPACE;
    }
    return NOBODY.canRun("true") ? NOBODY : SELF;
  }

  /** What comes before a command so that it runs as this user. */
  List<String> prefix() {
    return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
  }

  /** Whether this user can reach a folder. */
  boolean reaches(Path folder) {
    return this != NOBODY || canRun("test", "-x", folder.toString());
  }

  private boolean canRun(String... command) {
    try {
      Process process =
          new ProcessBuilder(Stream.concat(prefix().stream(), Stream.of(command)).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Makes a file, or a folder with all that is in it, this user's; only root can and needs to. */
  void own(Path file) throws IOException {
    if (this == SELF || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    int wanted = this == NOBODY ? NOBODY_ID : ROOT_ID;
    if (Integer.valueOf(wanted).equals(Files.getAttribute(file, "unix:uid"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(file)) {
      for (Path each : files.toList()) {
        Files.setAttribute(each, "unix:uid", wanted, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
