package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.ModelConfig;
import tools.jackson.databind.JsonNode;

class LossesTest {
  @Test
  void aSingleLabelCostsWhatTheReferenceSays() throws IOException {
    JsonNode expected = expected("bert/seqcls").get("single_label");
    try (NDManager scope = Torch.newManager(Device.cpu())) {
      NDArray labels = Goldens.longs(scope, expected.get("labels"));
      assertThat(step(scope, "bert/seqcls", "step_one", Aim.plain(4), labels, 3))
          .isCloseTo(expected.get("loss").asDouble(), within(1e-4));
    }
  }

  @Test
  void manyLabelsCostWhatTheReferenceSays() throws IOException {
    JsonNode expected = expected("bert/seqcls").get("multi_label");
    try (NDManager scope = Torch.newManager(Device.cpu())) {
      NDArray labels = floats(scope, expected.get("labels"));
      assertThat(step(scope, "bert/seqcls", "step_many", Aim.plain(4), labels, 3))
          .isCloseTo(expected.get("loss").asDouble(), within(1e-4));
    }
  }

  @Test
  void tokensCostWhatTheReferenceSays() throws IOException {
    JsonNode expected = expected("bert/tokcls");
    long counted =
        Goldens.flat(expected.get("labels")).stream().filter(label -> label >= 0).count();
    try (NDManager scope = Torch.newManager(Device.cpu())) {
      NDArray labels = Goldens.longs(scope, expected.get("labels"));
      assertThat(step(scope, "bert/tokcls", "step_tags", Aim.plain(5), labels, counted))
          .isCloseTo(expected.get("loss").asDouble(), within(1e-4));
    }
  }

  /// -Σ q ln p over q = (1 - s) of the right label + s / 3 of each, all times the label's weight,
  /// by the sum of the right labels' weights.
  @Test
  void weightsAndSmoothingFollowTheFormula() throws IOException {
    float[][] scores = {{2, -1, 0.5f}, {0, 1, 3}};
    int[] right = {0, 1};
    float[] weights = {1, 4, 0.5f};
    double smoothing = 0.3;
    double loss = 0;
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 3; k++) {
        double share = smoothing / 3 + (k == right[i] ? 1 - smoothing : 0);
        loss += share * weights[k] * Softmax.loss(scores[i], k);
      }
    }
    try (NDManager scope = Torch.newManager(Device.cpu())) {
      NDArray labels = scope.create(new long[] {0, 1});
      Dict aim = new Aim(weights, smoothing).dict(scope, labels, 5, 1);
      assertThat(loss(scope, "cross_entropy", aim, scores)).isCloseTo(loss / 5, within(1e-6));
    }
  }

  @Test
  void positiveCasesWeighWhatTheyAreGiven() throws IOException {
    float[][] scores = {{2, -1}, {0.5f, 3}};
    boolean[][] truth = {{true, false}, {true, true}};
    float[] weights = {3, 0.25f};
    double smoothing = 0.2;
    double loss = 0;
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        double yes = (truth[i][k] ? 1 - smoothing : 0) + smoothing / 2;
        loss += yes * weights[k] * Sigmoid.loss(scores[i][k], true);
        loss += (1 - yes) * Sigmoid.loss(scores[i][k], false);
      }
    }
    MultiLesson lesson =
        new MultiLesson(
            List.of("", ""),
            List.of(new int[1], new int[1]),
            new Answers.Many(truth, 2),
            new Aim(weights, smoothing));
    try (NDManager scope = Torch.newManager(Device.cpu())) {
      NDArray labels = lesson.answers(scope, new int[] {0, 1}, 1);
      Dict aim = lesson.aim().dict(scope, labels, lesson.whole(new int[] {0, 1}), 1);
      assertThat(loss(scope, "binary_cross_entropy", aim, scores))
          .isCloseTo(loss / 4, within(1e-6));
    }
  }

  /// Unequal parts of a step leave the gradient of the whole step, with weighted labels too.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void partsOfAStepAddUpToTheWhole(boolean many) throws IOException {
    Path folder = Goldens.folder("bert/seqcls");
    List<String> texts = Collections.nCopies(5, "");
    List<int[]> tokens = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(new int[] {2, 10 + i, 20 + 3 * i, 3});
    }
    Aim aim = new Aim(new float[] {1, 5, 0.3f, 2}, 0.1);
    boolean[][] truth = new boolean[5][4];
    truth[1][2] = true;
    truth[4][0] = true;
    truth[4][3] = true;
    Lesson lesson =
        many
            ? new MultiLesson(texts, tokens, new Answers.Many(truth, 4), aim)
            : new SingleLesson(texts, tokens, new Answers.One(new int[] {0, 1, 2, 1, 3}, 4), aim);
    int[] all = {0, 1, 2, 3, 4};
    try (Encoder whole = Encoder.open(folder, Device.cpu());
        Encoder parts = Encoder.open(folder, Device.cpu())) {
      double once = step(whole, lesson, all, lesson.whole(all));
      double added =
          step(parts, lesson, new int[] {0}, lesson.whole(all))
              + step(parts, lesson, new int[] {1, 2, 3, 4}, lesson.whole(all));
      assertThat(added).isCloseTo(once, within(1e-5));
      float[] gradient = whole.weights().get("classifier.weight").getGradient().toFloatArray();
      float[] sum = parts.weights().get("classifier.weight").getGradient().toFloatArray();
      for (int i = 0; i < sum.length; i++) {
        assertThat((double) sum[i]).isCloseTo(gradient[i], within(1e-6));
      }
      assertThat(Math.abs(gradient[0])).isGreaterThan(1e-4f);
    }
  }

  private static double step(Encoder encoder, Lesson lesson, int[] batch, double whole) {
    encoder.weights().get("classifier.weight").setRequiresGradient(true);
    return encoder.step(lesson, batch, whole, 0);
  }

  private static double loss(NDManager scope, String method, Dict aim, float[][] scores)
      throws IOException {
    try (Program program = Program.encoder(scope, "bert")) {
      return program.infer(scope, method, List.of(aim), scope.create(scores)).getFloat();
    }
  }

  private static double step(
      NDManager scope, String name, String method, Aim aim, NDArray labels, double whole)
      throws IOException {
    Path folder = Goldens.folder(name);
    JsonNode expected = Goldens.json(folder.resolve("expected.json"));
    ModelConfig config = ModelConfig.read(folder);
    Dict weights = Weights.read(config, folder, scope);
    weights.get("classifier.weight").setRequiresGradient(true);
    try (Program program = Program.encoder(scope, "bert")) {
      return program
          .train(
              scope,
              method,
              List.of(
                  weights,
                  Numbers.of(config, scope, false, true),
                  aim.dict(scope, labels, whole, 1)),
              Goldens.longs(scope, expected.get("input_ids")),
              Goldens.longs(scope, expected.get("token_type_ids")),
              Goldens.longs(scope, expected.get("attention_mask")),
              scope.create(0f))
          .getFloat();
    }
  }

  private static JsonNode expected(String name) {
    return Goldens.json(Goldens.folder(name).resolve("expected.json"));
  }

  private static NDArray floats(NDManager manager, JsonNode node) {
    List<Double> values = Goldens.flat(node);
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i).floatValue();
    }
    return manager.create(flat, Goldens.shape(node));
  }
}
