package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.shilpi.data.LabeledText;
import org.shilpi.data.SnapshotFile;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Knobs;
import org.shilpi.train.TrainingTask;

/// One training at work: its task, the data, and the base model in memory.
final class Session implements AutoCloseable {
  private final TrainingTask task;
  private final Report report;
  private final Knobs knobs;
  private final Material material;
  private final ModelHash hash;
  private final int maxLength;
  private final Device device;
  private final Encoder encoder;
  private final TextTokenizer tokenizer;
  private final Embedder embedder;

  /// Loads everything; nothing was changed on disk if this fails.
  ///
  /// @throws org.shilpi.job.Problem if data, knobs, device or base model do not allow the training
  Session(TrainingTask task, Report report) throws IOException {
    this.task = task;
    this.report = report;
    var progress = report.phase("load");
    knobs = Knobs.of(task.spec());
    device = Torch.device(task.spec().device());
    material = Material.of(SnapshotFile.read(task.snapshot()), task.spec().seed());
    hash = ModelHash.of(task.baseModel());
    progress.accept(0.5);
    encoder = Encoder.open(task.baseModel(), device);
    Pooling own = encoder.pooling();
    encoder.pool(own.or(knobs.reading().pooling()));
    maxLength = maxLength();
    tokenizer = TextTokenizer.open(task.baseModel(), maxLength);
    String vectors = hash.all().substring(0, 16) + "-" + maxLength;
    if (!encoder.pooling().equals(own)) {
      vectors += "-" + encoder.pooling().kind().name().toLowerCase(Locale.ROOT);
    }
    Path cached = task.cache().resolve("embeddings").resolve(vectors);
    embedder = new Embedder(encoder, new EmbeddingCache(cached, encoder.config().hiddenSize()));
    progress.accept(1);
  }

  private int maxLength() throws IOException {
    int longest = encoder.config().maxPositions();
    OptionalInt chosen = knobs.reading().maxLength();
    return chosen.isPresent()
        ? Math.min(chosen.getAsInt(), longest)
        : TextLength.of(
            Material.texts(material.all()), task.baseModel(), longest, report.context());
  }

  TrainingTask task() {
    return task;
  }

  Report report() {
    return report;
  }

  Knobs knobs() {
    return knobs;
  }

  Material material() {
    return material;
  }

  ModelHash hash() {
    return hash;
  }

  Encoder encoder() {
    return encoder;
  }

  /// Tokens of the rows; tells the user where texts are longer than the limit.
  List<int[]> tokens(List<LabeledText> rows) {
    var progress = report.phase("tokenize");
    TextTokenizer.Tokens tokens = tokenizer.tokenize(Material.texts(rows), report.context());
    report.cut(tokens, maxLength);
    progress.accept(1);
    return tokens.ids();
  }

  /// The tokens of those rows that have no vector in the cache, equal texts once.
  List<int[]> missing(List<LabeledText> rows, List<int[]> tokens) throws IOException {
    return embedder.missing(Material.texts(rows), tokens);
  }

  /// Words of the rows; nothing of a long text is left out.
  WordRows words(List<LabeledText> rows) throws IOException {
    var progress = report.phase("tokenize");
    try (WordTokenizer words = WordTokenizer.open(task.baseModel(), maxLength)) {
      WordRows read = words.read(Material.texts(rows), report.context());
      progress.accept(1);
      return read;
    }
  }

  /// Vectors of texts from the frozen base model.
  float[][] vectors(List<String> texts, List<int[]> tokens) throws IOException {
    return embedder.embed(texts, tokens, report.context(), report.phase("embed"));
  }

  /// Puts a head on the encoder, on its texts or its tokens, as the task needs.
  void put(LinearHead head) {
    if (material.task() == TaskKind.SPANS) {
      encoder.putOnTokens(head);
    } else {
      encoder.put(head);
    }
  }

  /// Changes with anything that what the frozen base model shows of the rows depends on.
  String identity() {
    return String.join(
        "-",
        hash.all().substring(0, 16),
        Integer.toString(maxLength),
        material.fingerprint().substring(0, 16),
        Long.toString(task.spec().seed()));
  }

  /// What goes beside a model learned here.
  ///
  /// @param thresholds see [Thresholds]
  ModelNote note(float[] thresholds) {
    return new ModelNote(
        ModelNote.FORMAT,
        task.spec().method().id(),
        material.task().id(),
        material.labels(),
        hash.all(),
        encoder.pooling().kind().name().toLowerCase(Locale.ROOT),
        encoder.normalize(),
        maxLength,
        thresholds);
  }

  /// Facts that every result carries.
  Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("baseModelSha256", hash.weights());
    facts.put("data", material.fingerprint());
    facts.put("device", device.toString());
    facts.put("engine", Torch.version());
    facts.put("threads", Integer.toString(Torch.threads()));
    facts.put("knobs", knobs.toString());
    return facts;
  }

  @Override
  public void close() {
    tokenizer.close();
    encoder.close();
  }
}
