package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// Copies a sound model folder into the catalogue's folder.
///
/// @param models where the catalogue keeps its folders
/// @param known the models that are there
record ModelImport(Path models, List<BaseModel> known) {
  BaseModel run(ModelFolder source, JobContext context) throws IOException {
    context.report(Progress.unknown("progress.basemodel.check", source.path().toString()));
    BaseModel found = source.check(context);
    for (BaseModel model : known) {
      if (isSame(source, found, model)) {
        return model;
      }
    }
    try (DraftFolder draft = DraftFolder.in(models)) {
      draft.requireSpace(found.bytes());
      copy(source, found, draft.path(), context);
      // The copy is what will be used, so the copy is what must be sound.
      BaseModel copied = ModelFolder.at(draft.path()).check(context);
      if (!copied.sha256().equals(found.sha256())) {
        throw Problem.of("problem.basemodel.changed", found.name());
      }
      return adopt(draft, found);
    }
  }

  /// Under its own name, or with the first number behind it that is free.
  private BaseModel adopt(DraftFolder draft, BaseModel model) throws IOException {
    for (int number = 1; ; number++) {
      String id = number == 1 ? model.id() : model.id() + "-" + number;
      BaseModel card = model.withId(id);
      ModelCard.write(card, draft.path());
      if (!id.equals(Catalogue.BUILT_IN) && draft.becomes(models.resolve(id))) {
        return card;
      }
    }
  }

  private boolean isSame(ModelFolder source, BaseModel found, BaseModel model) throws IOException {
    Path folder = models.resolve(model.id());
    if (!model.sha256().equals(found.sha256())) {
      return false;
    }
    for (String file : ModelFolder.REQUIRED) {
      if (!Files.isRegularFile(folder.resolve(file))
          || Files.mismatch(source.path().resolve(file), folder.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void copy(ModelFolder source, BaseModel model, Path draft, JobContext context)
      throws IOException {
    long done = 0;
    for (String file : source.files()) {
      context.report(
          Progress.of(
              Math.min(1, done / (double) model.bytes()), "progress.basemodel.copy", model.name()));
      Path to = draft.resolve(file);
      Files.createDirectories(to.getParent());
      try (InputStream in =
          Files.newInputStream(source.path().resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        Sha256.copy(in, to, context);
      }
      done += Files.size(to);
    }
  }
}
