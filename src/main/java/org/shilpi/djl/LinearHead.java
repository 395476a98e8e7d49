package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.Problem;

/// Label scores as a linear function of a text's vector.
///
/// @param weight `[labels][width]`
/// @param bias one a label
record LinearHead(float[][] weight, float[] bias) {
  private static final String NAME = "classifier";

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

  /// One whose scores are these times a factor.
  LinearHead times(double factor) {
    float[][] biases = Probe.scaled(new float[][] {bias}, factor);
    return new LinearHead(Probe.scaled(weight, factor), biases[0]);
  }

  void save(Path file) throws IOException {
    SafetensorsWriter.write(file, tensors(NAME), Map.of());
  }

  /// As a linear layer of this name.
  Map<String, Tensor> tensors(String name) {
    float[] flat = new float[labels() * width()];
    for (int k = 0; k < labels(); k++) {
      System.arraycopy(weight[k], 0, flat, k * width(), width());
    }
    return Map.of(
        name + ".weight", Tensor.floats(new long[] {labels(), width()}, flat),
        name + ".bias", Tensor.floats(new long[] {labels()}, bias));
  }

  static LinearHead load(Path file) throws IOException {
    return load(file, NAME);
  }

  /// @param name of the linear layer in the file
  /// @throws Problem if the file is damaged or holds something else
  static LinearHead load(Path file, String name) throws IOException {
    try (Safetensors head = Safetensors.open(file)) {
      if (!head.names().containsAll(List.of(name + ".weight", name + ".bias"))
          || head.shapeOf(name + ".weight").size() != 2
          || !head.shapeOf(name + ".bias").equals(head.shapeOf(name + ".weight").subList(0, 1))) {
        throw Problem.of("problem.train.model-damaged", file.toString());
      }
      long[] shape = head.shape(name + ".weight");
      float[][] weight = new float[(int) shape[0]][(int) shape[1]];
      var values = head.floats(name + ".weight");
      for (float[] row : weight) {
        values.get(row);
      }
      float[] bias = new float[weight.length];
      head.floats(name + ".bias").get(bias);
      return new LinearHead(weight, bias);
    }
  }
}
