package health.vigil.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that keeps everything of one Vigil, claimed for this process until it is closed. */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FolderLock lock;

  private DataFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Claims the folder, which is made when it is missing.
   *
   * @throws LocalPostgresException when it is in use or cannot be written
   */
  public static DataFolder claim(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      Files.createDirectories(path.resolve("keys"));
      return new DataFolder(path, lock(path));
    } catch (FileAlreadyExistsException e) {
      throw new LocalPostgresException(
          "The data folder " + path + " cannot be used: there is a file of that name.", e);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static FolderLock lock(Path path) throws IOException {
    return FolderLock.tryOn(path)
        .orElseThrow(
            () ->
                new LocalPostgresException(
                    "The data folder " + path + " is in use by another Vigil that is running."));
  }

  static LocalPostgresException unwritable(Path path, IOException reason) {
    return new LocalPostgresException(
        "The data folder " + path + " cannot be written: " + Folders.reason(reason) + ".", reason);
  }

  public Path path() {
    return path;
  }

  /** A folder in it, made when it is missing. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
