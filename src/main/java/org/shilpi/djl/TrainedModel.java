package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;

/// A trained model in memory, ready to answer. One thread at a time.
final class TrainedModel implements AutoCloseable {
  /// Texts whose words are in memory together.
  private static final int CHUNK = 1024;

  private final ModelNote note;
  private final Path whole;
  private final Encoder encoder;
  private final TextTokenizer tokenizer;
  private final WordTokenizer words;
  private final @Nullable LinearHead head;

  private TrainedModel(
      ModelNote note,
      Path whole,
      Encoder encoder,
      TextTokenizer tokenizer,
      WordTokenizer words,
      @Nullable LinearHead head) {
    this.note = note;
    this.whole = whole;
    this.encoder = encoder;
    this.tokenizer = tokenizer;
    this.words = words;
    this.head = head;
  }

  /// @param folder a [HeadFolder], an [AdapterFolder], or a Hugging Face folder, with [ModelNote]
  /// @param baseModel what the first two need
  /// @throws Problem if there is no model, or the base model is not the one it was trained on
  static TrainedModel open(Path folder, Path baseModel, Device device) throws IOException {
    ModelNote note = ModelNote.read(folder);
    boolean frozen = HeadFolder.isAt(folder);
    boolean adapted = AdapterFolder.isAt(folder);
    if ((frozen || adapted) && !ModelHash.of(baseModel).all().equals(note.baseModel())) {
      throw Problem.of("problem.train.base-changed", baseModel.toString());
    }
    Path whole = frozen || adapted ? baseModel : folder;
    LinearHead head = frozen ? HeadFolder.read(folder).head() : null;
    Encoder encoder = Encoder.open(whole, device);
    try {
      encoder.pool(note.pools());
      if (adapted) {
        encoder.removeHead();
        AdapterFolder.read(folder, encoder.weights(), encoder.config().family(), encoder.manager())
            .merge();
      }
      return new TrainedModel(
          note,
          whole,
          encoder,
          TextTokenizer.open(whole, note.maxLength()),
          WordTokenizer.open(whole, note.maxLength()),
          head);
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  List<String> labels() {
    return note.labels();
  }

  TaskKind task() {
    return note.kind();
  }

  /// How probable each label must be to be given, where a text may have any number; else empty.
  float[] thresholds() {
    return note.cuts();
  }

  /// Answers of a model that labels whole texts.
  ///
  /// @return one row a text, one column a label; rows sum to 1 where a text has one label
  float[][] probabilities(List<String> texts, JobContext context) throws IOException {
    float[][] scores =
        Pass.of(tokenizer.tokenize(texts, context).ids(), this::scores, context, progress(context));
    return Arrays.stream(scores)
        .map(task() == TaskKind.MULTILABEL ? Sigmoid::probabilities : Softmax::probabilities)
        .toArray(float[][]::new);
  }

  /// Answers of a model that marks spans.
  ///
  /// @return the spans of each text
  List<List<FoundSpan>> spans(List<String> texts, JobContext context) {
    List<List<FoundSpan>> spans = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += CHUNK) {
      int done = from;
      List<String> chunk = texts.subList(from, Math.min(from + CHUNK, texts.size()));
      WordRows rows = words.read(chunk, context);
      LinearHead linear = head;
      DoubleConsumer progress =
          share -> progress(context).accept((done + share * chunk.size()) / texts.size());
      float[][] scores =
          linear == null
              ? rows.perWord(encoder::tag, context, progress)
              : rows.perWord(encoder::encode, linear::scores, context, progress);
      int word = 0;
      for (TextWords ofText : rows.words()) {
        int next = word + ofText.size();
        spans.add(Tags.spans(ofText, Arrays.copyOfRange(scores, word, next)));
        word = next;
      }
    }
    return spans;
  }

  /// Writes the model as one network in a Hugging Face folder, which serves as a base model, too,
  /// with [ModelNote].
  void writeFolder(Path folder) throws IOException {
    TunedFolder.of(note).write(joined(), whole, folder);
    note.write(folder);
  }

  /// Writes the network in a form of its own, with tokenizer, configuration and [ModelNote] beside
  /// it.
  ///
  /// @param name of the network's file
  void writeNetwork(Path folder, String name, NetworkForm form) throws IOException {
    TunedFolder.of(note).describe(joined(), whole, folder);
    Network network = Network.of(encoder, task() == TaskKind.SPANS ? "tag" : "classify");
    AtomicFile.write(folder.resolve(name), out -> form.write(out, network));
    note.write(folder);
  }

  /// A form of file for networks.
  @FunctionalInterface
  interface NetworkForm {
    void write(OutputStream out, Network network) throws IOException;
  }

  /// The encoder with the head on it, wherever that was learned.
  private Encoder joined() {
    boolean loose = head != null || encoder.head().isEmpty();
    if (loose && task() == TaskKind.SPANS) {
      encoder.putOnTokens(linear());
    } else if (head != null) {
      encoder.put(head);
    }
    return encoder;
  }

  private LinearHead linear() {
    return head == null ? encoder.linear() : head;
  }

  private static DoubleConsumer progress(JobContext context) {
    return done -> context.report(Progress.of(done, "progress.train.score"));
  }

  private float[][] scores(List<int[]> rows) {
    LinearHead linear = head;
    if (linear == null) {
      return encoder.classify(rows);
    }
    return Arrays.stream(encoder.embed(rows)).map(linear::scores).toArray(float[][]::new);
  }

  @Override
  public void close() {
    tokenizer.close();
    words.close();
    encoder.close();
  }
}
