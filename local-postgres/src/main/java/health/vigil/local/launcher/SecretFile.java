package health.vigil.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A secret that is made once and that only the user can read. */
final class SecretFile {

  private static final int BYTES = 32;

  private SecretFile() {}

  /**
   * Returns the file, which is made when it is missing.
   *
   * @param content of a new one
   * @param made is told of a new one
   */
  static Path in(Path folder, String name, Supplier<String> content, Consumer<Path> made) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file, content.get());
        made.accept(file);
      }
      return file;
    } catch (IOException e) {
      throw new LaunchException(
          "The key " + file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** 64 hexadecimal digits that nobody can guess. */
  static String chance() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Writes a file that only the user can read, in place of one of that name. */
  static void make(Path file, String content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, content);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
