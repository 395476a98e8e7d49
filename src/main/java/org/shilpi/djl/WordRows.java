package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;

/// Texts as rows for a network that answers word by word: at a word's first token, as the
/// reference's token classification does.
///
/// A text longer than a row is cut into windows that overlap by a quarter. A word is read in the
/// one that shows more around it, so nothing of a long text is lost and nothing is read at a cut.
///
/// @param tokens token ids of each row, special tokens included
/// @param places where in each row its words' first tokens are, rising
/// @param rows how many rows each text has, one after the other; none where it has no word
/// @param words the words of each text
record WordRows(List<int[]> tokens, List<int[]> places, int[] rows, List<TextWords> words) {
  /// Token label of what a loss does not count.
  static final int IGNORED = -100;

  /// What a network says at each word.
  ///
  /// @param network gives each row's numbers for one token after the other
  /// @return one array a word, text after text
  float[][] perWord(
      Function<List<int[]>, float[][]> network, JobContext context, DoubleConsumer progress) {
    return perWord(network, numbers -> numbers, context, progress);
  }

  /// The same with a head on it, so that the network's own many numbers are not kept.
  float[][] perWord(
      Function<List<int[]>, float[][]> network,
      UnaryOperator<float[]> head,
      JobContext context,
      DoubleConsumer progress) {
    float[][] perRow =
        Pass.batches(
            tokens,
            batch -> {
              float[][] all = network.apply(Arrays.stream(batch).mapToObj(tokens::get).toList());
              float[][] kept = new float[batch.length][];
              for (int i = 0; i < kept.length; i++) {
                kept[i] =
                    kept(
                        all[i],
                        all[i].length / tokens.get(batch[i]).length,
                        places.get(batch[i]),
                        head);
              }
              return kept;
            },
            context,
            progress);
    float[][] perWord = new float[places.stream().mapToInt(row -> row.length).sum()][];
    int word = 0;
    for (int row = 0; row < perRow.length; row++) {
      int width = perRow[row].length / Math.max(1, places.get(row).length);
      for (int at = 0; at < perRow[row].length; at += width) {
        perWord[word++] = Arrays.copyOfRange(perRow[row], at, at + width);
      }
    }
    return perWord;
  }

  private static float[] kept(float[] all, int width, int[] places, UnaryOperator<float[]> head) {
    float[] kept = new float[0];
    for (int i = 0; i < places.length; i++) {
      float[] said =
          head.apply(Arrays.copyOfRange(all, places[i] * width, (places[i] + 1) * width));
      kept = i == 0 ? new float[places.length * said.length] : kept;
      System.arraycopy(said, 0, kept, i * said.length, said.length);
    }
    return kept;
  }

  /// Labels of words, text after text, as labels of each row's tokens; [#IGNORED] elsewhere.
  List<int[]> perToken(int[] labels) {
    List<int[]> perToken = new ArrayList<>();
    int word = 0;
    for (int row = 0; row < tokens.size(); row++) {
      int[] ofRow = new int[tokens.get(row).length];
      Arrays.fill(ofRow, IGNORED);
      for (int place : places.get(row)) {
        ofRow[place] = labels[word++];
      }
      perToken.add(ofRow);
    }
    return perToken;
  }

  /// The rows of some texts.
  ///
  /// @param texts rising
  WordRows part(List<Integer> texts) {
    List<int[]> someTokens = new ArrayList<>();
    List<int[]> somePlaces = new ArrayList<>();
    Set<Integer> wanted = new HashSet<>(texts);
    int row = 0;
    for (int t = 0; t < rows.length; t++) {
      int next = row + rows[t];
      if (wanted.contains(t)) {
        someTokens.addAll(tokens.subList(row, next));
        somePlaces.addAll(places.subList(row, next));
      }
      row = next;
    }
    return new WordRows(
        someTokens,
        somePlaces,
        texts.stream().mapToInt(t -> rows[t]).toArray(),
        texts.stream().map(words::get).toList());
  }

  /// The rows of these texts, then of the others.
  WordRows and(WordRows others) {
    return new WordRows(
        Stream.concat(tokens.stream(), others.tokens.stream()).toList(),
        Stream.concat(places.stream(), others.places.stream()).toList(),
        IntStream.concat(Arrays.stream(rows), Arrays.stream(others.rows)).toArray(),
        Stream.concat(words.stream(), others.words.stream()).toList());
  }

  /// Puts texts into rows, one after the other.
  static final class Builder {
    private final int longest;
    private final List<int[]> tokens = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<TextWords> words = new ArrayList<>();

    /// @param longest most tokens of a row, special ones included
    Builder(int longest) {
      this.longest = longest;
    }

    /// @param ids all tokens of the text, between the special ones
    /// @param before special tokens that open a row
    /// @param after special tokens that close it
    /// @param of the text's words
    /// @param first which of `ids` each word begins with, rising
    void add(int[] ids, int[] before, int[] after, TextWords of, int[] first) {
      int room = Math.max(1, longest - before.length - after.length);
      int overlap = room / 4;
      int stride = room - overlap;
      int windows = ids.length <= room ? 1 : 1 + Math.ceilDiv(ids.length - room, stride);
      words.add(of);
      rows.add(first.length == 0 ? 0 : windows);
      int word = 0;
      for (int w = 0; w < windows && first.length > 0; w++) {
        int from = w * stride;
        tokens.add(joined(before, ids, from, Math.min(from + room, ids.length), after));
        // The middle of the overlap divides the words between this window and the next.
        int until = w == windows - 1 ? ids.length : from + stride + overlap / 2;
        int begin = word;
        while (word < first.length && first[word] < until) {
          word++;
        }
        places.add(
            Arrays.stream(first, begin, word).map(at -> before.length + at - from).toArray());
      }
    }

    WordRows build() {
      return new WordRows(
          tokens, places, rows.stream().mapToInt(Integer::intValue).toArray(), words);
    }

    private static int[] joined(int[] before, int[] ids, int from, int to, int[] after) {
      int[] row = new int[before.length + to - from + after.length];
      System.arraycopy(before, 0, row, 0, before.length);
      System.arraycopy(ids, from, row, before.length, to - from);
      System.arraycopy(after, 0, row, before.length + to - from, after.length);
      return row;
    }
  }
}
