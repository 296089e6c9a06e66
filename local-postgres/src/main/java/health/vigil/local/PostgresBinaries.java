package health.vigil.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once for each user and version into the user's cache folder.
 *
 * <p>The folder's name holds a digest of the archive and the folder appears by a rename, so a half
 * unpacked one is never used, and two that unpack at once do not disturb each other.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked() {
    byte[] archive = archive();
    Path home = cacheFolder().resolve("postgres-" + digest(archive));
    if (!Files.isDirectory(home)) {
      unpack(archive, home);
    }
    return home;
  }

  private static byte[] archive() {
    String system = System.getProperty("os.name", "");
    String machine = System.getProperty("os.arch", "");
    String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : system;
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(family, machine)) {
      return archive.readAllBytes();
    } catch (IOException | IllegalStateException e) {
      throw new LocalPostgresException(
          "No PostgreSQL is packaged for "
              + system
              + " on "
              + machine
              + ": set VIGIL_DATABASE_URL to one of your own.",
          e);
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The user's cache folder, or one for the user alone among the temporary files. */
  private static Path cacheFolder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path caches =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home", "/nonexistent"), ".cache")
            : Path.of(configured);
    try {
      Path folder = Files.createDirectories(caches.resolve("vigil"));
      return ServerUser.current().reaches(folder) ? folder : temporaryFolder();
    } catch (IOException noHome) {
      return temporaryFolder();
    }
  }

  private static Path temporaryFolder() {
    return OwnTemporaryFolder.named("vigil-cache");
  }

  /** Another process may be quicker; then its copy serves. */
  private static void unpack(byte[] archive, Path home) {
    try {
      Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
      try {
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        extract(archive, unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(unfinished);
      }
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw new LocalPostgresException(
            "PostgreSQL cannot be unpacked into %s: %s."
                .formatted(home.getParent(), Folders.reason(e)),
            e);
      }
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(InputStream content, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive points outside of its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if (target.relativize(file).startsWith("bin")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
