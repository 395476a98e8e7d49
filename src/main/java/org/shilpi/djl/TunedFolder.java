package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.project.AtomicFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes a fine-tuned model as a whole Hugging Face folder, which can also serve as a base model.
///
/// The head is `classifier` in `model.safetensors`, on the mean of the tokens' vectors; since no
/// class of the transformers library computes just that, `architectures` says `BertModel`, and
/// `shilpi.json` tells the rest.
final class TunedFolder {
  private static final List<String> COPIED =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "vocab.txt",
          "modules.json",
          "sentence_bert_config.json",
          "1_Pooling/config.json",
          "LICENSE",
          "LICENSE.txt",
          "NOTICE");
  private static final JsonMapper JSON = new JsonMapper();

  private TunedFolder() {}

  static void write(Session session, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path base = session.task().baseModel();
    for (String name : COPIED) {
      Path from = base.resolve(name);
      if (Files.isRegularFile(from)) {
        Path to = folder.resolve(name);
        Files.createDirectories(to.resolveSibling("."));
        AtomicFile.write(to, out -> Files.copy(from, out));
      }
    }
    byte[] config = config(base, session.material().labels());
    AtomicFile.write(folder.resolve("config.json"), out -> out.write(config));
    Map<String, Tensor> tensors = new HashMap<>();
    for (Map.Entry<String, NDArray> entry : session.encoder().weights().arrays().entrySet()) {
      tensors.put(entry.getKey(), Weights.tensor(entry.getValue()));
    }
    SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    session.note().write(folder);
  }

  private static byte[] config(Path base, List<String> labels) throws IOException {
    ObjectNode config = (ObjectNode) JSON.readTree(Files.readAllBytes(base.resolve("config.json")));
    config.putArray("architectures").add("BertModel");
    config.put("problem_type", "single_label_classification");
    config.remove("num_labels");
    config.remove("_num_labels");
    ObjectNode names = config.putObject("id2label");
    ObjectNode indices = config.putObject("label2id");
    for (int k = 0; k < labels.size(); k++) {
      names.put(Integer.toString(k), labels.get(k));
      indices.put(labels.get(k), k);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config);
  }
}
