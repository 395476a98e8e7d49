package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
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
          LOG.warn("Left out of the catalogue: {}", folder, e);
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

  /// Checks a Hugging Face folder without copying anything.
  ///
  /// @throws Problem naming what is missing, damaged or not supported
  public BaseModel check(Path folder) throws IOException {
    return ModelFolder.at(folder).check(JobContext.quiet());
  }

  /// Checks and copies a Hugging Face folder into the catalogue. A model that is there already,
  /// byte for byte, is not copied again.
  ///
  /// @throws Problem naming what is missing, damaged or not supported; nothing was copied then
  public BaseModel importFrom(Path folder, JobContext context) throws IOException {
    ModelFolder source = ModelFolder.at(folder);
    context.report(Progress.unknown("progress.basemodel.check", folder.toString()));
    BaseModel found = source.check(context);
    for (BaseModel known : list()) {
      if (isSame(source, found, known)) {
        return known;
      }
    }
    try (DraftFolder draft = DraftFolder.in(models)) {
      requireSpace(found.bytes());
      copy(source, found, draft.path(), context);
      // The copy is what will be used, so the copy is what must be sound.
      BaseModel copied = ModelFolder.at(draft.path()).check(context);
      if (!copied.sha256().equals(found.sha256())) {
        throw Problem.of("problem.basemodel.changed", found.name());
      }
      for (int number = 1; ; number++) {
        String id = number == 1 ? found.id() : found.id() + "-" + number;
        if (id.equals(BUILT_IN)) {
          continue;
        }
        BaseModel card = withId(found, id);
        ModelCard.write(card, draft.path());
        if (draft.becomes(models.resolve(id))) {
          return card;
        }
      }
    }
  }

  private void unpackBuiltIn(Path folder, JobContext context) throws IOException {
    if (BuiltIn.isAt(folder, context)) {
      return;
    }
    try (DraftFolder draft = DraftFolder.in(models)) {
      requireSpace(2 * BuiltIn.card().bytes());
      BuiltIn.unpack(draft.path(), context);
      if (Files.exists(folder) && !BuiltIn.isAt(folder, context)) {
        DraftFolder.delete(folder);
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

  private boolean isSame(ModelFolder source, BaseModel found, BaseModel known) throws IOException {
    Path folder = models.resolve(known.id());
    if (!known.sha256().equals(found.sha256()) || !Files.isDirectory(folder)) {
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

  private void requireSpace(long bytes) throws IOException {
    long free = Files.getFileStore(models).getUsableSpace();
    if (free < bytes + bytes / 20) {
      throw Problem.of("problem.basemodel.space", megabytes(bytes), megabytes(free));
    }
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.ceilDiv(bytes, 1_000_000));
  }

  private static void copy(ModelFolder source, BaseModel model, Path draft, JobContext context)
      throws IOException {
    long done = 0;
    for (String file : source.files()) {
      context.report(
          Progress.of(
              Math.min(1, done / (double) model.bytes()), "progress.basemodel.copy", model.name()));
      Path from = source.path().resolve(file);
      Path to = draft.resolve(file);
      Files.createDirectories(to.getParent());
      try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS)) {
        Sha256.copy(in, to, context);
      }
      done += Files.size(to);
    }
  }

  private static BaseModel withId(BaseModel model, String id) {
    return new BaseModel(
        id,
        model.name(),
        model.family(),
        model.parameters(),
        model.bytes(),
        model.maxPositions(),
        model.languages(),
        model.licence(),
        model.sha256(),
        model.origin(),
        model.builtIn());
  }
}
