package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.project.DraftFolder;

/// Copies a sound model into the catalogue's folder.
///
/// @param models where the catalogue keeps its folders
/// @param known the models that are there
record ModelImport(Path models, List<BaseModel> known) {
  BaseModel run(ModelSource source, JobContext context) throws IOException {
    ModelFolder folder = source.folder();
    context.report(Progress.unknown("progress.basemodel.check", source.origin().toString()));
    folder.requireSound();
    Map<String, String> originals = folder.weights().originals(context);
    try (DraftFolder draft = Catalogue.draft(models)) {
      draft.requireSpace(folder.bytes());
      context.report(Progress.unknown("progress.basemodel.copy", folder.name()));
      copy(source, draft.path(), context);
      // The copy is what will be used, so the copy is what must be sound.
      BaseModel model =
          ModelFolder.at(draft.path())
              .check(context)
              .from(folder.name(), source.origin().toString(), originals);
      for (BaseModel other : known) {
        if (isSame(draft.path(), model, other)) {
          return other;
        }
      }
      return adopt(draft, model);
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

  private boolean isSame(Path draft, BaseModel model, BaseModel other) throws IOException {
    Path folder = models.resolve(other.id());
    if (!model.sha256().equals(other.sha256())) {
      return false;
    }
    for (String file : ModelFolder.REQUIRED) {
      if (!Files.isRegularFile(folder.resolve(file))
          || Files.mismatch(draft.resolve(file), folder.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void copy(ModelSource source, Path draft, JobContext context) throws IOException {
    ModelFolder folder = source.folder();
    // Made before an unpacked file is moved away.
    byte[] tokenizer = folder.hasTokenizer() ? new byte[0] : folder.makeTokenizer();
    for (String file : folder.files()) {
      take(source, file, draft, context);
    }
    if (tokenizer.length > 0) {
      Files.write(draft.resolve(ModelFolder.TOKENIZER), tokenizer);
    }
    if (folder.weights().isKept()) {
      take(source, ModelFolder.WEIGHTS, draft, context);
      return;
    }
    try (FileChannel out =
        FileChannel.open(
            draft.resolve(ModelFolder.WEIGHTS),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      folder.weights().convert(out, context);
      out.force(true);
    }
  }

  private static void take(ModelSource source, String file, Path draft, JobContext context)
      throws IOException {
    Path from = source.folder().path().resolve(file);
    Path to = draft.resolve(file);
    Files.createDirectories(to.getParent());
    if (source.isOurs()) {
      Files.move(from, to);
      return;
    }
    try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS)) {
      Sha256.copy(in, to, context);
    }
  }
}
