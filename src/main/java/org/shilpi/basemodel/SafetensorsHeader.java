package org.shilpi.basemodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The table of contents of a safetensors file, read token by token so that a hostile header costs
/// no more memory than its own length.
///
/// @param entries the tensors in the order of their bytes, which they fill without gap or overlap
/// @param metadata free text of the writer, often `format: pt`
record SafetensorsHeader(SequencedMap<String, TensorEntry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// @param json the header's bytes
  /// @param dataBytes length of what follows the header
  /// @param file name for problems
  /// @throws Problem if the header is not what the format allows
  static SafetensorsHeader parse(byte[] json, long dataBytes, String file) {
    Map<String, TensorEntry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      expect(parser, JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (name.equals(METADATA)) {
          readMetadata(parser, metadata);
        } else {
          entries.put(name, readEntry(parser, name, file));
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new Malformed();
      }
    } catch (JacksonException | Malformed e) {
      throw Problem.causedBy(e, "problem.basemodel.weights.header", file);
    }
    return new SafetensorsHeader(inOrder(entries, dataBytes, file), metadata);
  }

  /// Every byte of the data belongs to exactly one tensor; anything else may hide something.
  private static SequencedMap<String, TensorEntry> inOrder(
      Map<String, TensorEntry> entries, long dataBytes, String file) {
    List<Map.Entry<String, TensorEntry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<String, TensorEntry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    SequencedMap<String, TensorEntry> ordered = new LinkedHashMap<>();
    long at = 0;
    for (var entry : sorted) {
      if (entry.getValue().end() > dataBytes) {
        throw Problem.of("problem.basemodel.weights.truncated", file);
      }
      if (entry.getValue().begin() != at) {
        throw Problem.of("problem.basemodel.weights.place", file, entry.getKey());
      }
      at = entry.getValue().end();
      ordered.put(entry.getKey(), entry.getValue());
    }
    if (at != dataBytes) {
      throw Problem.of("problem.basemodel.weights.surplus", file);
    }
    return ordered;
  }

  private static void readMetadata(JsonParser parser, Map<String, String> metadata) {
    expect(parser, JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      expect(parser, JsonToken.VALUE_STRING);
      metadata.put(key, parser.getString());
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new Malformed();
    }
  }

  private static TensorEntry readEntry(JsonParser parser, String name, String file) {
    String type = "";
    List<Long> shape = null;
    List<Long> offsets = null;
    expect(parser, JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      switch (parser.currentName()) {
        case "dtype" -> {
          expect(parser, JsonToken.VALUE_STRING);
          type = parser.getString();
        }
        case "shape" -> shape = readLongs(parser);
        case "data_offsets" -> offsets = readLongs(parser);
        default -> throw new Malformed();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || shape == null || offsets == null) {
      throw new Malformed();
    }
    String typeName = type;
    TensorType known =
        TensorType.named(typeName)
            .orElseThrow(() -> Problem.of("problem.basemodel.weights.type", file, name, typeName));
    if (offsets.size() != 2) {
      throw new Malformed();
    }
    try {
      return new TensorEntry(known, shape, offsets.get(0), offsets.get(1));
    } catch (IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.basemodel.weights.entry", file, name);
    }
  }

  private static List<Long> readLongs(JsonParser parser) {
    List<Long> values = new ArrayList<>();
    expect(parser, JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      values.add(parser.getLongValue());
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new Malformed();
    }
    return values;
  }

  private static void expect(JsonParser parser, JsonToken token) {
    if (parser.nextToken() != token) {
      throw new Malformed();
    }
  }

  /// Not the structure the format asks for; never leaves this class.
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
