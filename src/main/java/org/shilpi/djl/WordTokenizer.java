package org.shilpi.djl;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.shilpi.data.Words;
import org.shilpi.job.JobContext;

/// Cuts texts into a base model's tokens without losing where in the text they came from, and
/// gathers them into words.
///
/// A word begins with the first token after a boundary of [Words]; where one token covers several,
/// they are one word. What belongs to a word but left no token, as an accent that the model takes
/// off, is part of it all the same.
final class WordTokenizer implements AutoCloseable {
  /// Texts a native call gets: few enough that a stop is heard soon.
  private static final int CHUNK = 128;

  private final HuggingFaceTokenizer tokenizer;
  private final int maxLength;

  private WordTokenizer(HuggingFaceTokenizer tokenizer, int maxLength) {
    this.tokenizer = tokenizer;
    this.maxLength = maxLength;
  }

  /// @param folder holds `tokenizer.json`
  /// @param maxLength most tokens of a row, special ones included
  static WordTokenizer open(Path folder, int maxLength) throws IOException {
    return new WordTokenizer(
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(folder.resolve("tokenizer.json"))
            .optAddSpecialTokens(true)
            .optTruncation(false)
            .optPadding(false)
            .build(),
        maxLength);
  }

  WordRows read(List<String> texts, JobContext context) {
    WordRows.Builder rows = new WordRows.Builder(maxLength);
    for (int from = 0; from < texts.size(); from += CHUNK) {
      context.checkCancelled();
      List<String> chunk = texts.subList(from, Math.min(from + CHUNK, texts.size()));
      Encoding[] encodings = tokenizer.batchEncode(chunk);
      for (int i = 0; i < encodings.length; i++) {
        add(chunk.get(i), encodings[i], rows);
      }
    }
    return rows.build();
  }

  private static void add(String text, Encoding encoding, WordRows.Builder rows) {
    int[] ids = Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
    long[] special = encoding.getSpecialTokenMask();
    int from = 0;
    while (from < ids.length && special[from] == 1) {
      from++;
    }
    int to = ids.length;
    while (to > from && special[to - 1] == 1) {
      to--;
    }
    List<CharSpan> spans =
        Arrays.asList(Arrays.copyOfRange(encoding.getCharTokenSpans(), from, to));
    int[] first = new int[spans.size()];
    TextWords words = words(text, spans, first);
    rows.add(
        Arrays.copyOfRange(ids, from, to),
        Arrays.copyOf(ids, from),
        Arrays.copyOfRange(ids, to, ids.length),
        words,
        Arrays.copyOf(first, words.size()));
  }

  /// @param first is filled with the number of each word's first token
  private static TextWords words(String text, List<CharSpan> spans, int[] first) {
    Units units = new Units(text);
    int[] starts = new int[first.length];
    int[] ends = new int[first.length];
    int words = 0;
    int seen = 0;
    for (int i = 0; i < spans.size(); i++) {
      CharSpan span = spans.get(i);
      int start = units.at(span.getStart());
      int end = units.at(span.getEnd());
      while (start < end && Words.isSpace(text.codePointAt(start))) {
        start++;
      }
      if (start >= end) {
        continue;
      }
      if (words == 0 || hasBoundary(text, Math.max(seen, starts[words - 1] + 1), start)) {
        starts[words] = start;
        ends[words] = end;
        first[words++] = i;
      }
      ends[words - 1] = Math.max(ends[words - 1], end);
      seen = Math.max(seen, end);
    }
    for (int w = 0; w < words; w++) {
      while (!Words.isBoundary(text, ends[w])) {
        ends[w]++;
      }
    }
    return new TextWords(Arrays.copyOf(starts, words), Arrays.copyOf(ends, words));
  }

  private static boolean hasBoundary(String text, int from, int to) {
    for (int at = from; at <= to; at++) {
      if (Words.isBoundary(text, at)) {
        return true;
      }
    }
    return false;
  }

  /// From code points, in which tokenizers count, to code units. Quick where places rise.
  private static final class Units {
    private final String text;
    private int points;
    private int units;

    Units(String text) {
      this.text = text;
    }

    int at(int place) {
      units = text.offsetByCodePoints(units, place - points);
      points = place;
      return units;
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
