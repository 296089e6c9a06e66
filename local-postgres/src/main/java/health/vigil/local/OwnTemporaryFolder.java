package health.vigil.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder among the temporary files into which this user alone can write. */
final class OwnTemporaryFolder {

  private OwnTemporaryFolder() {}

  /** Creates it, or refuses one that somebody else has put in its place. */
  static Path named(String name) {
    String user = System.getProperty("user.name", "unknown").replaceAll("\\W", "_");
    Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), name + "-" + user);
    try {
      createOrCheck(folder);
      return folder;
    } catch (IOException e) {
      throw new LocalPostgresException(
          "The folder " + folder + " cannot be used: " + Folders.reason(e) + ".", e);
    }
  }

  private static void createOrCheck(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      return;
    }
    Path probe = Files.createTempFile(folder, "probe", null);
    boolean own = Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
    Files.delete(probe);
    if (!own) {
      throw new IOException("it belongs to another user");
    }
  }
}
