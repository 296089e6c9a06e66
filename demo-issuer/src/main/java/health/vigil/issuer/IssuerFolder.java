package health.vigil.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.lang.JoseException;

/** The folder that keeps an issuer's keys and port, readable by its user only. */
final class IssuerFolder {

  private final Path folder;

  IssuerFolder(Path folder) {
    this.folder = folder;
  }

  boolean holdsAnIssuer() {
    return Files.exists(keys()) && Files.exists(port());
  }

  /** Keys come first: where there is a port, there are keys. */
  void make() {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(keys())) {
        write(keys(), KeyRing.made().secrets());
      }
      if (!Files.exists(port())) {
        write(port(), Integer.toString(FreePort.any()));
      }
    } catch (IOException e) {
      throw new IssuerException(
          "The folder of the demo's issuer can not be written: " + folder + ".", e);
    }
  }

  KeyRing readKeys() {
    try {
      return KeyRing.read(Files.readString(keys()));
    } catch (IOException | JoseException | ClassCastException e) {
      throw new IssuerException(
          "The keys of the demo's issuer can not be read: " + keys() + ".", e);
    }
  }

  void writeKeys(KeyRing ring) {
    try {
      write(keys(), ring.secrets());
    } catch (IOException e) {
      throw new IssuerException(
          "The keys of the demo's issuer can not be written: " + keys() + ".", e);
    }
  }

  int readPort() {
    try {
      return Integer.parseInt(Files.readString(port()).strip());
    } catch (IOException | NumberFormatException e) {
      throw new IssuerException(
          "The port of the demo's issuer can not be read: " + port() + ".", e);
    }
  }

  private Path keys() {
    return folder.resolve("keys.json");
  }

  private Path port() {
    return folder.resolve("port");
  }

  private static void write(Path file, String content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, content);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
