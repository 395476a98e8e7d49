package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;

/// Label scores as a linear function of a text's vector.
///
/// @param weight `[labels][width]`
/// @param bias one a label
record LinearHead(float[][] weight, float[] bias) {
  private static final String WEIGHT = "classifier.weight";
  private static final String BIAS = "classifier.bias";

  int labels() {
    return bias.length;
  }

  int width() {
    return weight[0].length;
  }

  /// Label scores (logits) of one vector.
  float[] scores(float[] vector) {
    float[] scores = bias.clone();
    for (int k = 0; k < scores.length; k++) {
      float[] row = weight[k];
      float sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += row[i] * vector[i];
      }
      scores[k] += sum;
    }
    return scores;
  }

  void save(Path file) throws IOException {
    float[] flat = new float[labels() * width()];
    for (int k = 0; k < labels(); k++) {
      System.arraycopy(weight[k], 0, flat, k * width(), width());
    }
    SafetensorsWriter.write(
        file,
        Map.of(
            WEIGHT, Tensor.floats(new long[] {labels(), width()}, flat),
            BIAS, Tensor.floats(new long[] {labels()}, bias)),
        Map.of());
  }

  static LinearHead load(Path file) throws IOException {
    try (Safetensors head = Safetensors.open(file)) {
      long[] shape = head.shape(WEIGHT);
      float[][] weight = new float[(int) shape[0]][(int) shape[1]];
      var values = head.floats(WEIGHT);
      for (float[] row : weight) {
        values.get(row);
      }
      float[] bias = new float[weight.length];
      head.floats(BIAS).get(bias);
      return new LinearHead(weight, bias);
    }
  }
}
