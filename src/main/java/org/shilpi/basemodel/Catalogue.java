package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.Disk;
import org.shilpi.project.DraftFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The base models on this machine: the built-in one and those imported, each a Hugging Face folder
/// under `<data directory>/models/<id>`.
///
/// Safe for use by several threads and processes: a folder appears by an atomic rename.
public final class Catalogue {
  /// Id of the model that Shilpi ships.
  public static final String BUILT_IN = "minilm-l6-v2";

  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

  private final Path models;

  public Catalogue(Path dataDirectory) {
    this.models = dataDirectory.resolve("models");
  }

  /// All models; the built-in one first, also before it was unpacked.
  public List<BaseModel> list() throws IOException {
    List<BaseModel> imported = new ArrayList<>();
    if (Files.isDirectory(models)) {
      List<Path> folders;
      try (Stream<Path> children = Files.list(models)) {
        folders = children.filter(Catalogue::mayBeModel).toList();
      }
      for (Path folder : folders) {
        try {
          BaseModel card = ModelCard.read(folder);
          if (folder.endsWith(card.id())) {
            imported.add(card);
          }
        } catch (IOException e) {
          LOG.warn("Left out of the catalogue: {} ({})", folder, e.toString());
        }
      }
    }
    imported.sort(Comparator.comparing(BaseModel::name).thenComparing(BaseModel::id));
    imported.addFirst(BuiltIn.card());
    return imported;
  }

  /// @throws Problem if there is no such model
  public BaseModel get(String id) throws IOException {
    List<BaseModel> all = list();
    return all.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "problem.basemodel.unknown",
                id,
                all.stream().map(BaseModel::id).collect(Collectors.joining(", "))));
  }

  /// The model's Hugging Face folder, its weights verified by their hash; the built-in one is
  /// converted on first use, and again if it was damaged since.
  ///
  /// @throws Problem if there is no such model, or an imported one was changed since
  public Path folder(String id, JobContext context) throws IOException {
    BaseModel model = get(id);
    Path folder = models.resolve(model.id());
    if (model.builtIn()) {
      unpackBuiltIn(folder, context);
    } else {
      ModelFolder.at(folder);
      context.report(Progress.unknown("progress.basemodel.check", model.name()));
      if (!Sha256.of(folder.resolve(ModelFolder.WEIGHTS), context).equals(model.sha256())) {
        throw Problem.of("problem.basemodel.changed", model.name());
      }
    }
    return folder;
  }

  /// The memory a model needs for a typical work.
  ///
  /// @throws Problem if there is no such model
  public Footprint footprint(String id) throws IOException {
    BaseModel model = get(id);
    return Footprint.typical(
        model.builtIn() ? BuiltIn.config() : ModelConfig.read(models.resolve(model.id())));
  }

  /// Tells what importing a Hugging Face folder or zip file would give, and changes nothing; a zip
  /// file is unpacked beside the models and deleted again.
  ///
  /// @throws Problem naming what is missing, damaged or not supported
  public BaseModel check(Path path) throws IOException {
    JobContext context = JobContext.quiet();
    try (ModelSource source = ModelSource.open(path, models, context)) {
      return source.check(context);
    }
  }

  /// Checks and copies a Hugging Face folder, or a zip file of one, into the catalogue. A model
  /// that is there already, byte for byte, is not kept twice.
  ///
  /// @throws Problem naming what is missing, damaged or not supported; nothing was copied then
  public BaseModel importFrom(Path path, JobContext context) throws IOException {
    try (ModelSource source = ModelSource.open(path, models, context)) {
      return new ModelImport(models, list()).run(source, context);
    }
  }

  private void unpackBuiltIn(Path folder, JobContext context) throws IOException {
    if (BuiltIn.isAt(folder, context)) {
      return;
    }
    try (DraftFolder draft = draft(models)) {
      draft.requireSpace(2 * BuiltIn.card().bytes());
      BuiltIn.unpack(draft.path(), context);
      if (Files.exists(folder) && !BuiltIn.isAt(folder, context)) {
        Disk.delete(folder);
      }
      // Where another process was first, its folder serves as well: it is the same.
      draft.becomes(folder);
    }
  }

  private static boolean mayBeModel(Path folder) {
    String name = folder.getFileName().toString();
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".")
        && !name.equals(BUILT_IN);
  }

  /// @throws Problem if nothing can be written there
  static DraftFolder draft(Path models) {
    try {
      return DraftFolder.in(models);
    } catch (IOException e) {
      throw Problem.causedBy(e, "problem.basemodel.unwritable", models.toString());
    }
  }
}
