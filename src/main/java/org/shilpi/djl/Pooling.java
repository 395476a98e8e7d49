package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a base model makes one vector of a text: always the mean over its tokens, brought to length
/// 1 where the model's `modules.json` (the layout of sentence-transformers) says so.
record Pooling(boolean normalize) {
  static Pooling read(Path folder) throws IOException {
    Path modules = folder.resolve("modules.json");
    if (!Files.isRegularFile(modules)) {
      return new Pooling(false);
    }
    for (JsonNode module : JsonMapper.shared().readTree(Files.readString(modules))) {
      if (module.path("type").asString("").endsWith(".Normalize")) {
        return new Pooling(true);
      }
    }
    return new Pooling(false);
  }
}
