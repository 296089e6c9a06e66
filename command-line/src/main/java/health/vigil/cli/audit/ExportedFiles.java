package health.vigil.cli.audit;

import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import health.vigil.store.export.ExportFolder;
import health.vigil.store.export.ExportVerification;
import health.vigil.store.export.ExportVerifier;
import health.vigil.store.export.UnusableExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Goes over the files of an export. */
final class ExportedFiles {

  private ExportedFiles() {}

  /**
   * Verifies them, showing how far it is.
   *
   * @throws CouldNotLook when there is no export, or it can not be read
   */
  static ExportVerification verify(Path folder, SignedCheckpoints signed, Terminal terminal) {
    if (!Files.isDirectory(folder)) {
      throw new CouldNotLook("There is no folder " + folder + ".");
    }
    try (ProgressLine progress = terminal.progress("events")) {
      ExportFolder export = new ExportFolder(folder);
      long before = export.manifest().first() - 1;
      return new ExportVerifier(signed.keys())
          .against(signed.checkpoints())
          .reporting((position, last) -> progress.at(position - before, last - before))
          .verify(export);
    } catch (UnusableExportException e) {
      throw new CouldNotLook(
          "The folder %s holds no export: %s.".formatted(folder, e.getMessage()), e);
    } catch (IOException e) {
      throw new CouldNotLook("The export in %s can not be read.".formatted(folder), e);
    }
  }
}
