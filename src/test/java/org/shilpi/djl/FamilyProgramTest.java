package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.ModelConfig;
import tools.jackson.databind.JsonNode;

/// Every family's program against the reference: texts of unequal length, padding, segments.
class FamilyProgramTest {
  private static final double EXACT = 1e-4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert",
        "bert",
        "deberta_v2",
        "deberta_v3",
        "distilbert",
        "electra",
        "modernbert",
        "mpnet",
        "roberta",
        "xlm_roberta"
      })
  void computesLikeTheReference(String family) throws IOException {
    compare(family + "/seqcls", "classify");
    compare(family + "/tokcls", "tag");
  }

  private static void compare(String name, String method) throws IOException {
    Path folder = Goldens.folder(name);
    JsonNode expected = Goldens.json(folder.resolve("expected.json"));
    ModelConfig config = ModelConfig.read(folder);
    try (NDManager manager = Torch.newManager(Device.cpu());
        Program program = Program.encoder(manager, config.family().program())) {
      Dict numbers = Numbers.of(config, manager, false, true);
      List<Dict> model = List.of(Weights.read(config, folder, manager), numbers);
      NDArray[] batch = batch(expected, manager);
      List<Double> tokens = Goldens.flat(expected.get("attention_mask"));
      List<Double> rows =
          method.equals("tag") ? tokens : Collections.nCopies(expected.get("texts").size(), 1.0);
      assertNear(
          program.infer(manager, "encode", model, batch),
          expected.get("last_hidden_state"),
          tokens,
          EXACT);
      assertNear(program.infer(manager, method, model, batch), expected.get("logits"), rows, EXACT);
    }
  }

  private static NDArray[] batch(JsonNode expected, NDManager manager) {
    NDArray ids = Goldens.longs(manager, expected.get("input_ids"));
    NDArray types =
        expected.has("token_type_ids")
            ? Goldens.longs(manager, expected.get("token_type_ids"))
            : manager.zeros(ids.getShape(), ids.getDataType());
    NDArray mask = Goldens.longs(manager, expected.get("attention_mask"));
    return new NDArray[] {ids, types, mask, manager.create(0f)};
  }

  /// @param share of the largest value that a value may be off
  private static void assertNear(
      NDArray actual, JsonNode expected, List<Double> mask, double share) {
    double largest = Goldens.flat(expected).stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    Goldens.assertClose(actual, expected, mask, share * largest);
  }
}
