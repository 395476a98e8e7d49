package org.shilpi.djl;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/// The built-in base model as its publisher ships it, run by ONNX Runtime with all its
/// optimizations.
final class OnnxEncoder implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxEncoder(int threads) throws IOException, OrtException {
    try (InputStream model = OnnxEncoder.class.getResourceAsStream("/all-minilm-l6-v2.onnx");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(model.readAllBytes(), options);
    }
  }

  /// One vector a text, of length 1: the mean over its tokens.
  float[][] embed(List<int[]> rows) throws OrtException {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    long[] ids = new long[rows.size() * longest];
    long[] mask = new long[ids.length];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < rows.get(r).length; i++) {
        ids[r * longest + i] = rows.get(r)[i];
        mask[r * longest + i] = 1;
      }
    }
    long[] shape = {rows.size(), longest};
    try (OnnxTensor a = tensor(ids, shape);
        OnnxTensor b = tensor(mask, shape);
        OnnxTensor c = tensor(new long[ids.length], shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", a, "attention_mask", b, "token_type_ids", c))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int width = states.remaining() / ids.length;
      float[][] vectors = new float[rows.size()][width];
      for (int r = 0; r < rows.size(); r++) {
        for (int i = 0; i < rows.get(r).length; i++) {
          for (int k = 0; k < width; k++) {
            vectors[r][k] += states.get((r * longest + i) * width + k);
          }
        }
        normalize(vectors[r]);
      }
      return vectors;
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static void normalize(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    for (int k = 0; k < vector.length; k++) {
      vector[k] /= (float) Math.sqrt(square);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
