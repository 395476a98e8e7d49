package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilpi.basemodel.ModelConfig;
import tools.jackson.databind.JsonNode;

class BertProgramTest {
  @Test
  void sortsTextsLikeTheReference() throws IOException {
    compare("bert/seqcls", "classify");
  }

  @Test
  void tagsTokensLikeTheReference() throws IOException {
    compare("bert/tokcls", "tag");
  }

  private static void compare(String family, String head) throws IOException {
    Path folder = Goldens.folder(family);
    JsonNode expected = Goldens.json(folder.resolve("expected.json"));
    ModelConfig config = ModelConfig.read(folder);
    try (NDManager manager = Torch.newManager(Device.cpu());
        Program bert = Program.encoder(manager, "bert")) {
      List<Dict> model =
          List.of(Weights.read(config, folder, manager), Numbers.of(config, manager, false, true));
      NDArray[] batch = {
        Goldens.longs(manager, expected.get("input_ids")),
        Goldens.longs(manager, expected.get("token_type_ids")),
        Goldens.longs(manager, expected.get("attention_mask")),
        manager.create(0f)
      };
      List<Double> mask = Goldens.flat(expected.get("attention_mask"));
      Goldens.assertClose(
          bert.infer(manager, "encode", model, batch),
          expected.get("last_hidden_state"),
          mask,
          1e-4);
      int texts = expected.get("texts").size();
      Goldens.assertClose(
          bert.infer(manager, head, model, batch),
          expected.get("logits"),
          head.equals("classify") ? Collections.nCopies(texts, 1.0) : mask,
          1e-4);
    }
  }
}
