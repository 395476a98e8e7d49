package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the reference implementation computed, see `../shared/goldens`.
final class Goldens {
  private Goldens() {}

  static Path folder(String name) {
    Path folder = Path.of("../shared/goldens").resolve(name).toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no goldens in " + folder);
    return folder;
  }

  static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file.toFile());
  }

  static NDArray longs(NDManager manager, JsonNode node) {
    long[] values = flat(node).stream().mapToLong(Double::longValue).toArray();
    return manager.create(values, shape(node));
  }

  static NDArray floats(NDManager manager, JsonNode node) {
    List<Double> values = flat(node);
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i).floatValue();
    }
    return manager.create(flat, shape(node));
  }

  static Shape shape(JsonNode node) {
    List<Long> sizes = new ArrayList<>();
    for (JsonNode at = node; at.isArray(); at = at.get(0)) {
      sizes.add((long) at.size());
    }
    return new Shape(sizes);
  }

  static List<Double> flat(JsonNode node) {
    List<Double> values = new ArrayList<>();
    collect(node, values);
    return values;
  }

  private static void collect(JsonNode node, List<Double> values) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, values));
    } else {
      values.add(node.asDouble());
    }
  }

  /// Compares row by row where the mask is 1; a row is what one mask position covers.
  static void assertClose(NDArray actual, JsonNode expected, List<Double> mask, double tolerance) {
    assertThat(actual.getShape()).isEqualTo(shape(expected));
    float[] got = actual.toFloatArray();
    List<Double> wanted = flat(expected);
    int width = got.length / mask.size();
    for (int i = 0; i < got.length; i++) {
      if (mask.get(i / width) == 1) {
        assertThat((double) got[i]).as("value " + i).isCloseTo(wanted.get(i), within(tolerance));
      }
    }
  }

  static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}
