package health.vigil.synthea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The files of one run of Synthea, in the order of their names. */
record Folder(List<Path> files) {

  /** The JSON files of the folder, or of its {@code fhir} folder as Synthea makes it. */
  static Folder of(Path folder) throws IOException {
    Path inner = folder.resolve("fhir");
    try (Stream<Path> files = Files.list(Files.isDirectory(inner) ? inner : folder)) {
      return new Folder(files.filter(file -> file.toString().endsWith(".json")).sorted().toList());
    }
  }

  /**
   * Counts what is in the files.
   *
   * @throws NotSynthea saying the how-manyth file it is; names of files may be people's
   */
  void count(Account account) throws IOException, InterruptedException {
    for (Path file : files) {
      read(file, new Census(account));
    }
  }

  /** Feeds the files, several at once; every file by one thread, so that its order is kept. */
  void feed(int connections, Delivery delivery, BundleLimits limits, Account account)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      ExecutorCompletionService<Path> fed = new ExecutorCompletionService<>(threads);
      for (Path file : files) {
        var unused = fed.submit(() -> feed(file, new Feeding(delivery, limits, account)));
      }
      for (int i = 0; i < files.size(); i++) {
        fed.take().get();
      }
    } catch (ExecutionException e) {
      throw asItWas(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Path feed(Path file, Feeding feeding) throws IOException, InterruptedException {
    read(file, feeding);
    feeding.end();
    return file;
  }

  private void read(Path file, PatientFile.Reader reader) throws IOException, InterruptedException {
    try {
      PatientFile.read(file, reader);
    } catch (NotSynthea e) {
      throw new NotSynthea(
          "file %d of %d (by name): %s"
              .formatted(files.indexOf(file) + 1, files.size(), e.getMessage()),
          e);
    }
  }

  private static RuntimeException asItWas(ExecutionException e) throws IOException {
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
    return e.getCause() instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("feeding was stopped", e.getCause());
  }

  private record Census(Account account) implements PatientFile.Reader {
    @Override
    public void patient(SyntheaPatient patient) {
      account.foundPatient();
    }

    @Override
    public void vitalSign(SyntheaPatient patient, VitalSign vitalSign) {
      account.found(vitalSign);
    }
  }
}
