package health.vigil.personal.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file for its owner alone that comes to be all at once: until it is whole it lies beside its
 * place, under a name of its own. One that comes to the place meanwhile stays.
 */
final class NewFile implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Path unfinished;

  private NewFile(Path file, Path unfinished) {
    this.file = file;
    this.unfinished = unfinished;
  }

  /**
   * Begins one.
   *
   * @throws FileAlreadyExistsException when there is such a file
   */
  static NewFile at(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    return new NewFile(
        file,
        Files.createTempFile(
            file.resolveSibling("."), file.getFileName() + "-", ".unfinished", FOR_OWNER));
  }

  FileChannel channel() throws IOException {
    return FileChannel.open(unfinished, StandardOpenOption.WRITE);
  }

  /**
   * Puts it in its place, once its content is on disk.
   *
   * @throws FileAlreadyExistsException when there is such a file by now
   */
  void show() throws IOException {
    // A move alone would write over a file; the name that is made here is this one's.
    Files.createFile(file, FOR_OWNER);
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
    try (FileChannel names = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }
}
