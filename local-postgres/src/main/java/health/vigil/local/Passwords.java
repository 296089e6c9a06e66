package health.vigil.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one local server's roles, made once and kept readable by their owner only. */
record Passwords(String superuser, String owner, String serving) {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  static Passwords keptIn(Path file) throws IOException {
    if (Files.exists(file)) {
      return read(file);
    }
    Passwords fresh = new Passwords(random(), random(), random());
    fresh.write(file);
    return fresh;
  }

  private static Passwords read(Path file) throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(Files.readString(file)));
    return new Passwords(
        value(values, "superuser"), value(values, "owner"), value(values, "serving"));
  }

  private static String value(Properties values, String name) throws IOException {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IOException("the password of the " + name + " is missing");
    }
    return value;
  }

  private void write(Path file) throws IOException {
    Properties values = new Properties();
    values.setProperty("superuser", superuser);
    values.setProperty("owner", owner);
    values.setProperty("serving", serving);
    StringWriter text = new StringWriter();
    values.store(text, "Roles of the PostgreSQL in this folder");
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, OWNER_ONLY);
    Files.writeString(unfinished, text.toString());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[***]";
  }
}
