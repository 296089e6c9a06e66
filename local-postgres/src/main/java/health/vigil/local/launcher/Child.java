package health.vigil.local.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that the launcher started.
 *
 * <p>Its number and start time are written down, so that one that outlives a killed launcher can be
 * stopped by the next.
 */
final class Child implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Path record;
  private final Optional<File> log;

  private Child(String name, Process process, Path record, Optional<File> log) {
    this.name = name;
    this.process = process;
    this.record = record;
    this.log = log;
  }

  /** Starts it; {@code records} is the folder in which running children are written down. */
  static Child start(String name, ProcessBuilder command, Path records) {
    Path record = records.resolve(name.replace(' ', '-') + ".pid");
    try {
      Process process = command.start();
      write(record, process);
      return new Child(name, process, record, log(command));
    } catch (IOException e) {
      throw new LaunchException("The " + name + " cannot be started: " + e.getMessage() + ".", e);
    }
  }

  private static void write(Path record, Process process) throws IOException {
    try {
      Files.writeString(record, process.pid() + " " + startOf(process.toHandle()));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Optional<File> log(ProcessBuilder command) {
    return Optional.ofNullable(command.redirectOutput().file());
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  /** Stops those that a killed launcher left behind. */
  static void stopLeftBehind(Path records) {
    try (var files = Files.newDirectoryStream(records, "*.pid")) {
      for (Path record : files) {
        recorded(record).ifPresent(Child::stop);
        Files.deleteIfExists(record);
      }
    } catch (IOException e) {
      throw new LaunchException("The data folder cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** Another process may have got the number since; the start time tells. */
  private static Optional<ProcessHandle> recorded(Path record) throws IOException {
    String[] words = Files.readString(record).strip().split(" ", 2);
    if (words.length < 2 || !words[0].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(process -> startOf(process).equals(words[1]));
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** How it ended, and where to read more; {@code when} completes the sentence. */
  String obituary(String when) {
    return "The "
        + name
        + " ended "
        + when
        + ", with exit code "
        + process.exitValue()
        + log.map(file -> ": its log is " + file).orElse("")
        + ".";
  }

  CompletableFuture<?> onExit() {
    return process.onExit();
  }

  /** Asks it to end, and ends it when it does not. */
  @Override
  public void close() {
    stop(process.toHandle());
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new LaunchException("The file " + record + " cannot be removed.", e);
    }
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
      if (!ended(process)) {
        throw new LaunchException("The process " + process.pid() + " cannot be stopped.");
      }
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
