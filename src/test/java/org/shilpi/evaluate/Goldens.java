package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Cases that scikit-learn and scipy have answered.
final class Goldens {
  private static final Path FOLDER = Path.of("..", "shared", "goldens", "metrics");

  private Goldens() {}

  /// One test a case of a file.
  static Stream<DynamicTest> cases(String file, ThrowingConsumer<JsonNode> test) {
    Path path = FOLDER.resolve(file);
    assumeTrue(Files.isRegularFile(path), () -> "skipped: needs the folder " + FOLDER);
    JsonNode cases = new ObjectMapper().readTree(path).get("cases");
    assertThat(cases.size()).isPositive();
    return IntStream.range(0, cases.size())
        .mapToObj(i -> DynamicTest.dynamicTest("case " + i, () -> test.accept(cases.get(i))));
  }

  static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToDouble(Goldens::number).toArray();
  }

  static boolean[] flags(JsonNode array) {
    boolean[] flags = new boolean[array.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = array.get(i).asInt() == 1;
    }
    return flags;
  }

  static Stream<JsonNode> rows(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static double number(JsonNode node) {
    return node.isNull() ? Double.NaN : node.asDouble();
  }

  /// Equal to 1e-9 of the expected value; null means undefined, which is NaN here.
  static void equal(String name, double actual, JsonNode expected) {
    equal(name, actual, number(expected));
  }

  static void equal(String name, double[] actual, JsonNode expected) {
    double[] wanted = doubles(expected);
    assertThat(actual).as(name).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      equal(name + "[" + i + "]", actual[i], wanted[i]);
    }
  }

  private static void equal(String name, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(name).isNaN();
    } else {
      // Sums of shares that should be exactly 0 leave dust of about 1e-16.
      double tolerance = Math.max(Math.abs(expected) * 1e-9, 1e-15);
      assertThat(Math.abs(actual - expected))
          .as("%s: %s, reference %s", name, actual, expected)
          .isLessThanOrEqualTo(tolerance);
    }
  }
}
