package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shilpi.basemodel.Head;
import org.shilpi.basemodel.ModelConfig;
import org.shilpi.basemodel.ModelTensors;

/// An encoder in memory: its program, its weights, and how it is used. One thread at a time.
final class Encoder implements AutoCloseable {
  private final NDManager manager;
  private final Program program;
  private final ModelConfig config;
  private final Dict weights;
  private final Dict numbers;
  private Pooling pooling;
  private Optional<Head> head;

  private Encoder(Path folder, NDManager manager) throws IOException {
    this.manager = manager;
    config = ModelConfig.read(folder);
    Modules modules = Modules.read(folder);
    pooling = modules.pooling();
    program = Program.encoder(manager, config.family().program());
    weights = Weights.read(config, folder, manager);
    head = ModelTensors.headOf(config, weights.arrays().keySet());
    // Numbers steer the program: it reads them on the CPU, whatever the weights' device.
    NDManager cpu = manager.newSubManager(Device.cpu());
    numbers = Numbers.of(config, cpu, pooling, head.equals(Optional.of(Head.TEXTS)));
    if (modules.head().isPresent()) {
      put(Modules.head(modules.head().get()));
    }
  }

  /// @param folder a Hugging Face folder
  static Encoder open(Path folder, Device device) throws IOException {
    NDManager manager = Torch.newManager(device);
    try {
      return new Encoder(folder, manager);
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  ModelConfig config() {
    return config;
  }

  Pooling pooling() {
    return pooling;
  }

  /// Makes vectors of texts in another way from now on.
  void pool(Pooling other) {
    pooling = other;
    set("pooling", other.kind().ordinal());
    set("normalize", other.normalize() ? 1 : 0);
  }

  /// Whether a text's vector is brought to length 1.
  boolean normalize() {
    return pooling.normalize();
  }

  /// Which of the library's heads is on the encoder; empty where there is none, or a linear layer
  /// on texts' vectors.
  Optional<Head> head() {
    return head;
  }

  /// The linear layer that [#put] put on.
  LinearHead linear() {
    NDArray weight = weights.get("classifier.weight");
    int width = (int) weight.getShape().get(1);
    float[] bias = weights.get("classifier.bias").toFloatArray();
    float[] flat = weight.toFloatArray();
    float[][] rows = new float[bias.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = Arrays.copyOfRange(flat, k * width, (k + 1) * width);
    }
    return new LinearHead(rows, bias);
  }

  Dict weights() {
    return weights;
  }

  /// How the program computes, see [Numbers].
  Dict numbers() {
    return numbers;
  }

  NDManager manager() {
    return manager;
  }

  /// Sets how the program computes, see `programs/blocks.ts`.
  void set(String name, double value) {
    NDArray before = numbers.get(name);
    numbers.put(name, before.getManager().create((float) value));
    before.close();
  }

  /// Puts a linear layer on texts' vectors, in place of a head that may be there.
  void put(LinearHead linear) {
    removeHead();
    putLinear(linear);
  }

  /// Puts a linear layer on each token, in place of a head that may be there.
  void putOnTokens(LinearHead linear) {
    removeHead();
    putLinear(linear);
    head = Optional.of(Head.TOKENS);
  }

  /// Takes off everything that stands on the encoder and is not its own; what is put on then is a
  /// linear layer on texts' vectors.
  void removeHead() {
    for (String name : ModelTensors.head(config, Head.TEXTS, 1).keySet()) {
      if (weights.has(name) && !ModelTensors.isOwn(config, name)) {
        NDArray array = weights.get(name);
        weights.remove(name);
        array.close();
      }
    }
    head = Optional.empty();
    set("head", 0);
  }

  private void putLinear(LinearHead head) {
    float[] flat = new float[head.labels() * head.width()];
    for (int k = 0; k < head.labels(); k++) {
      System.arraycopy(head.weight()[k], 0, flat, k * head.width(), head.width());
    }
    put("classifier.weight", new Shape(head.labels(), head.width()), flat);
    put("classifier.bias", new Shape(head.labels()), head.bias());
  }

  private void put(String name, Shape shape, float[] values) {
    if (weights.has(name)) {
      NDArray there = weights.get(name);
      if (there.getShape().equals(shape)) {
        Weights.fill(there, FloatBuffer.wrap(values));
        return;
      }
      there.close();
    }
    weights.put(name, Weights.array(shape, FloatBuffer.wrap(values), manager));
  }

  /// Runs a training step of the program: gradients gather in the weights that ask for them.
  ///
  /// @param batch rows of the lesson
  /// @param whole what the loss is divided by: [Lesson#whole] of the optimizer step that these rows
  ///   are all or part of
  /// @param lossScale factor of the gradients
  /// @return the rows' share of the step's mean loss, in nats
  double step(Exercise lesson, int[] batch, double whole, double dropout, double lossScale) {
    try (NDManager scope = manager.newSubManager()) {
      List<int[]> rows = lesson.tokens(batch);
      NDArray answers = lesson.answers(scope, batch, longest(rows));
      Dict aim = lesson.aim().dict(scope, answers, whole, lossScale);
      return program
          .train(scope, lesson.step(), List.of(weights, numbers, aim), inputs(scope, rows, dropout))
          .getFloat();
    }
  }

  /// A step without a factor.
  double step(Exercise lesson, int[] batch, double whole, double dropout) {
    return step(lesson, batch, whole, dropout, 1);
  }

  /// One vector a text.
  ///
  /// @return `[texts][hidden size]`
  float[][] embed(List<int[]> rows) {
    return infer("embed", rows);
  }

  /// Label scores (logits), one row a text.
  float[][] classify(List<int[]> rows) {
    return infer("classify", rows);
  }

  /// Label scores (logits) of every token: one row a text, the numbers of one token after the
  /// other.
  float[][] tag(List<int[]> rows) {
    return infer("tag", rows);
  }

  /// Vectors of every token, laid out as in [#tag].
  float[][] encode(List<int[]> rows) {
    return infer("encode", rows);
  }

  /// Where memory does not suffice, half the texts after the other half.
  private float[][] infer(String method, List<int[]> rows) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray result =
          program.infer(scope, method, List.of(weights, numbers), inputs(scope, rows, 0));
      return rows(result, rows);
    } catch (RuntimeException | OutOfMemoryError e) {
      if (rows.size() == 1 || !OutOfMemory.isCauseOf(e)) {
        throw e;
      }
    }
    Torch.release(manager.getDevice());
    int half = rows.size() / 2;
    return Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
        .flatMap(part -> Arrays.stream(infer(method, part)))
        .toArray(float[][]::new);
  }

  /// Token ids padded to the longest row, token types, mask, and the dropout rate.
  private NDArray[] inputs(NDManager scope, List<int[]> rows, double dropout) {
    int longest = longest(rows);
    long[] ids = new long[rows.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, config.padTokenId());
    for (int r = 0; r < rows.size(); r++) {
      int[] row = rows.get(r);
      for (int i = 0; i < row.length; i++) {
        ids[r * longest + i] = row[i];
        mask[r * longest + i] = 1;
      }
    }
    Shape shape = new Shape(rows.size(), longest);
    return new NDArray[] {
      scope.create(ids, shape),
      scope.create(new long[ids.length], shape),
      scope.create(mask, shape),
      scope.create((float) dropout)
    };
  }

  private static int longest(List<int[]> rows) {
    return rows.stream().mapToInt(row -> row.length).max().orElse(0);
  }

  /// One array a text; where the network answers each token, padding is left out.
  private static float[][] rows(NDArray array, List<int[]> texts) {
    float[] values = array.toFloatArray();
    boolean perToken = array.getShape().dimension() == 3;
    int padded = values.length / texts.size();
    int width = perToken ? (int) array.getShape().get(2) : padded;
    float[][] rows = new float[texts.size()][];
    for (int r = 0; r < rows.length; r++) {
      int kept = perToken ? texts.get(r).length * width : width;
      rows[r] = Arrays.copyOfRange(values, r * padded, r * padded + kept);
    }
    return rows;
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
