package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.DraftFolder;

/// What somebody chose to import: a folder as it is, or a zip file, unpacked for as long as this is
/// open.
final class ModelSource implements AutoCloseable {
  private final ModelFolder folder;
  private final Path origin;
  private final @Nullable DraftFolder unpacked;

  private ModelSource(ModelFolder folder, Path origin, @Nullable DraftFolder unpacked) {
    this.folder = folder;
    this.origin = origin;
    this.unpacked = unpacked;
  }

  /// @param models where a zip file is unpacked
  /// @throws Problem if it is no model
  static ModelSource open(Path path, Path models, JobContext context) throws IOException {
    if (!isZip(path)) {
      return new ModelSource(ModelFolder.at(path), path, null);
    }
    try (ModelZip zip = ModelZip.open(path)) {
      long bytes = zip.bytes();
      DraftFolder draft = Catalogue.draft(models);
      try {
        draft.requireSpace(bytes);
        zip.unpack(draft.path(), context);
        return new ModelSource(ModelFolder.at(draft.path(), zip.name()), path, draft);
      } catch (IOException | RuntimeException e) {
        draft.close();
        throw e;
      }
    }
  }

  private static boolean isZip(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && name.endsWith(".zip");
  }

  ModelFolder folder() {
    return folder;
  }

  /// What was chosen.
  Path origin() {
    return origin;
  }

  /// Whether its files may be moved away instead of copied.
  boolean isOurs() {
    return unpacked != null;
  }

  /// Describes it as it would be in the catalogue.
  ///
  /// @throws Problem naming what is missing, damaged or not supported
  BaseModel check(JobContext context) throws IOException {
    return folder
        .check(context)
        .from(folder.name(), origin.toString(), folder.weights().originals(context));
  }

  @Override
  public void close() throws IOException {
    if (unpacked != null) {
      unpacked.close();
    }
  }
}
