package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shilpi.job.JobContext;

/// How much of a text is read where nobody says: what 99 of 100 texts need, up to the next power of
/// two. So the limit stays when some texts come or go, and vectors kept for it stay good.
final class TextLength {
  static final int LEAST = 32;

  /// The cost of attention grows with the square of the length: who wants more says so.
  static final int MOST = 512;

  private static final double SHARE = 0.99;
  private static final int SAMPLE = 2_000;

  private TextLength() {}

  /// @param texts those spread evenly over the data are counted
  /// @param longest most tokens that the base model reads
  static int of(List<String> texts, Path baseModel, int longest, JobContext context)
      throws IOException {
    int most = Math.min(longest, MOST);
    int step = Math.ceilDiv(texts.size(), SAMPLE);
    List<String> sample =
        IntStream.range(0, Math.ceilDiv(texts.size(), step))
            .mapToObj(i -> texts.get(i * step))
            .toList();
    try (TextTokenizer tokenizer = TextTokenizer.open(baseModel, most)) {
      return of(tokenizer.tokenize(sample, context).lengths(), most);
    }
  }

  /// @param lengths tokens of each text, at least one
  static int of(int[] lengths, int most) {
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    int needed = sorted[(int) Math.ceil(SHARE * sorted.length) - 1];
    int power = Integer.highestOneBit(Math.max(1, needed - 1)) << 1;
    return Math.min(most, Math.max(LEAST, power));
  }
}
