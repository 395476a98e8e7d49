package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Small JSON files that may come from anywhere: one object, no name twice, nothing after it.
final class StrictJson {
  private static final long LONGEST = 4 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private StrictJson() {}

  /// @throws Problem if the file is not one sound JSON object of a sensible length
  static ObjectNode read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LONGEST) {
      throw Problem.of("problem.basemodel.json", name);
    }
    return read(Files.readAllBytes(file), name);
  }

  static ObjectNode read(byte[] json, String name) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw Problem.causedBy(e, "problem.basemodel.json", name);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Problem.of("problem.basemodel.json", name);
  }

  static <T> T convert(ObjectNode json, Class<T> type) {
    return MAPPER.treeToValue(json, type);
  }

  static byte[] print(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
  }
}
