package health.vigil.synthea;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs Synthea, feeds what it made to Vigil and prints the account.
 *
 * <p>Ends with 0 when every vital sign is accounted for and at least 95 % of those of adults that
 * Vigil records are in the log; with 1 when not, 2 when the options are not understood, 3 when
 * something that it needs is missing.
 */
public final class SyntheaFeed {
  private static final double ENOUGH = 0.95;
  private final FeedOptions options;
  private final @Nullable String token;
  private final PrintStream out;

  /**
   * For one run.
   *
   * @param token that Vigil is shown; null when there is none
   */
  SyntheaFeed(FeedOptions options, @Nullable String token, PrintStream out) {
    this.options = options;
    this.token = token;
    this.out = out;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws InterruptedException {
    int end;
    try {
      FeedOptions options = FeedOptions.of(arguments);
      end = new SyntheaFeed(options, System.getenv("VIGIL_TOKEN"), System.out).run();
    } catch (IllegalArgumentException e) {
      System.err.print("vigil: " + e.getMessage() + "\n" + FeedOptions.USAGE);
      end = 2;
    } catch (GaveUp | NotSynthea e) {
      System.err.println("vigil: " + e.getMessage());
      end = 3;
    } catch (IOException e) {
      System.err.println("vigil: a file can not be read or written: " + e.getMessage());
      end = 3;
    }
    System.exit(end);
  }

  /** Answers how the program ends. */
  int run() throws IOException, InterruptedException {
    VigilFhir vigil = new VigilFhir(options.url(), token, options.patience(), Waiting.REAL);
    vigil.check();
    Folder folder = Folder.of(made());
    Account account = new Account();
    folder.count(account);
    if (account.patients().all().inFiles() == 0) {
      throw new NotSynthea("there is no patient in the files");
    }
    feed(folder, vigil, account);
    out.print(AccountTable.of(account));
    write(account);
    return verdict(account);
  }

  /** The folder of Synthea's output. */
  private Path made() throws IOException, InterruptedException {
    if (options.from() != null) {
      return options.from();
    }
    AtExit atExit = AtExit.ofThisProgram();
    Path folder;
    if (options.keep() == null) {
      folder = Files.createTempDirectory("vigil-synthea");
      atExit.delete(folder);
    } else {
      folder = Files.createDirectories(options.keep());
      if (Files.exists(folder.resolve("fhir"))) {
        throw new IllegalArgumentException("--keep holds patients already; --from feeds them");
      }
    }
    new Synthea(options.classPath(), out, atExit)
        .generate(options.patients(), options.seed(), folder);
    return folder;
  }

  /** What is not answered stays unaccounted for, and the account shows it. */
  private void feed(Folder folder, VigilFhir vigil, Account account)
      throws IOException, InterruptedException {
    Counts patients = account.patients().all();
    out.printf(
        "Feeding %,d patients with %,d vital signs to %s%n",
        patients.inFiles(), account.total().inFiles(), options.url());
    Duration start = Waiting.REAL.now();
    Supplier<String> line = () -> Progress.line(account, Waiting.REAL.now().minus(start));
    Delivery delivery = new Delivery(vigil);
    try {
      Progress.during(
          () -> folder.feed(options.connections(), delivery, options.bundle(), account), out, line);
    } catch (GaveUp e) {
      out.println("Stopped: " + e.getMessage() + ". Feed again; nothing is recorded twice.");
    }
    out.println("  " + line.get() + "\n");
  }

  private void write(Account account) throws IOException {
    if (options.report() != null) {
      Json.MAPPER
          .writerWithDefaultPrettyPrinter()
          .writeValue(options.report().toFile(), AccountReport.of(account));
    }
  }

  private int verdict(Account account) {
    if (!account.isComplete()) {
      out.println("NOT every vital sign is accounted for.");
      return 1;
    }
    out.println("Every vital sign is accounted for.");
    if (account.ofAdultsRecordable().share() < ENOUGH) {
      out.println("LESS than 95 percent of adults' vital signs that Vigil records are in the log.");
      return 1;
    }
    return 0;
  }
}
