package org.shilpi.djl;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// A trained classifier in memory, ready to answer. One thread at a time.
final class TrainedModel implements AutoCloseable {
  private final ModelNote note;
  private final Encoder encoder;
  private final TextTokenizer tokenizer;
  private final @Nullable LinearHead head;

  private TrainedModel(
      ModelNote note, Encoder encoder, TextTokenizer tokenizer, @Nullable LinearHead head) {
    this.note = note;
    this.encoder = encoder;
    this.tokenizer = tokenizer;
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
      if (adapted) {
        encoder.removeHead();
        AdapterFolder.read(folder, encoder.weights(), encoder.config().family(), encoder.manager())
            .merge();
      }
      return new TrainedModel(note, encoder, TextTokenizer.open(whole, note.maxLength()), head);
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  List<String> labels() {
    return note.labels();
  }

  /// @return one row a text, one column a label; rows sum to 1
  float[][] probabilities(List<String> texts, JobContext context) throws IOException {
    List<int[]> tokens = tokenizer.tokenize(texts, context).ids();
    float[][] scores =
        Pass.of(
            tokens,
            this::scores,
            context,
            done -> context.report(Progress.of(done, "progress.train.score")));
    return Arrays.stream(scores).map(Softmax::probabilities).toArray(float[][]::new);
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
    encoder.close();
  }
}
