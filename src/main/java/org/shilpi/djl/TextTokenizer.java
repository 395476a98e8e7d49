package org.shilpi.djl;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shilpi.job.JobContext;

/// Cuts texts into a base model's tokens. Truncation, length and padding are always said here,
/// whatever the model's `tokenizer.json` carries along from its own training.
final class TextTokenizer implements AutoCloseable {
  /// Texts a native call gets: few enough that a stop is heard soon.
  private static final int CHUNK = 512;

  /// @param ids token ids of each text, special tokens included
  /// @param cut how many texts were longer than the limit and lost their end
  /// @param lost how many tokens they lost together
  record Tokens(List<int[]> ids, int cut, long lost) {
    int[] lengths() {
      return ids.stream().mapToInt(row -> row.length).toArray();
    }
  }

  private final HuggingFaceTokenizer tokenizer;

  private TextTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /// @param folder holds `tokenizer.json`
  /// @param maxLength most tokens of a text, special ones included
  static TextTokenizer open(Path folder, int maxLength) throws IOException {
    return new TextTokenizer(
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(folder.resolve("tokenizer.json"))
            .optAddSpecialTokens(true)
            .optTruncation(true)
            .optMaxLength(maxLength)
            .optPadding(false)
            .build());
  }

  Tokens tokenize(List<String> texts, JobContext context) {
    List<int[]> rows = new ArrayList<>(texts.size());
    int cut = 0;
    long lost = 0;
    for (int from = 0; from < texts.size(); from += CHUNK) {
      context.checkCancelled();
      List<String> chunk = texts.subList(from, Math.min(from + CHUNK, texts.size()));
      for (Encoding encoding : tokenizer.batchEncode(chunk, true, true)) {
        long[] ids = encoding.getIds();
        int[] row = new int[ids.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = (int) ids[i];
        }
        rows.add(row);
        long beyond = beyond(encoding);
        cut += beyond > 0 ? 1 : 0;
        lost += beyond;
      }
    }
    return new Tokens(rows, cut, lost);
  }

  /// How many tokens each text has, those behind the limit included.
  int[] wholeLengths(List<String> texts, JobContext context) {
    int[] lengths = new int[texts.size()];
    for (int from = 0; from < lengths.length; from += CHUNK) {
      context.checkCancelled();
      int at = from;
      List<String> chunk = texts.subList(from, Math.min(from + CHUNK, lengths.length));
      for (Encoding encoding : tokenizer.batchEncode(chunk, true, true)) {
        lengths[at++] = encoding.getIds().length + (int) beyond(encoding);
      }
    }
    return lengths;
  }

  /// Tokens of a text behind the limit. They come in pieces, each with special tokens of its own.
  private static long beyond(Encoding encoding) {
    return Arrays.stream(encoding.getOverflowing())
        .mapToLong(piece -> Arrays.stream(piece.getSpecialTokenMask()).filter(m -> m == 0).count())
        .sum();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
