package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.GemmRate.median;
import static org.shilpi.djl.Goldens.within;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilpi.djl.GemmRate.Lap;

/// Vectors of texts, by our program and by ONNX Runtime, in turns on the same batches.
class EmbeddingBench {
  private static final int BATCHES = 16;

  private record Turn(int tokens, Lap ours, Lap theirs) {}

  @Test
  void besideOnnxRuntime() throws Exception {
    List<int[]> tokens = Banking.read().tokens();
    List<Turn> turns = new ArrayList<>();
    try (Encoder encoder = Encoder.open(Banking.baseModel(), Device.cpu());
        OnnxEncoder onnx = new OnnxEncoder(Torch.threads());
        GemmRate gemm = new GemmRate()) {
      double work = MatrixWork.ofUse(encoder.weights()).perToken();
      for (List<int[]> batch : batches(tokens)) {
        assertSame(encoder.embed(batch), onnx.embed(batch));
        Lap ours = gemm.time(() -> encoder.embed(batch));
        Lap theirs = gemm.time(() -> onnx.embed(batch));
        turns.add(new Turn(batch.stream().mapToInt(row -> row.length).sum(), ours, theirs));
      }
      GemmRate.tell(
          "embedding: %.0f tokens/s, ONNX Runtime %.0f on the same batches, %.2f of it;"
              + " U = %.2f G, G = %.0f GFLOP/s on %d threads",
          median(turns, turn -> turn.tokens / turn.ours.seconds()),
          median(turns, turn -> turn.tokens / turn.theirs.seconds()),
          median(turns, turn -> turn.theirs.seconds() / turn.ours.seconds()),
          median(turns, turn -> turn.ours.share(work * turn.tokens)),
          median(turns, turn -> turn.ours.gemm()) / 1e9,
          Torch.threads());
    }
  }

  /// Some of the batches in which all texts would go through, short ones and long ones.
  private static List<List<int[]>> batches(List<int[]> tokens) {
    int[] lengths = tokens.stream().mapToInt(row -> row.length).toArray();
    List<int[]> all = Batches.byLength(lengths, Embedder.BUDGET);
    List<List<int[]>> some = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      int[] batch = all.get(i * (all.size() - 1) / BATCHES);
      some.add(Arrays.stream(batch).mapToObj(tokens::get).toList());
    }
    return some;
  }

  private static void assertSame(float[][] ours, float[][] theirs) {
    for (int i = 0; i < ours.length; i++) {
      for (int k = 0; k < ours[i].length; k++) {
        assertThat((double) ours[i][k]).isCloseTo(theirs[i][k], within(1e-4));
      }
    }
  }
}
