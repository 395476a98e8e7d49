package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Deals texts into batches of similar length, each within a budget of padded tokens: the work of a
/// batch is what its longest text makes it.
final class Batches {
  /// Batches' worth of texts that are sorted by length together. More saves padding, fewer mixes
  /// better.
  private static final int POOL = 16;

  private Batches() {}

  /// All texts, longest first, so that the largest batch shows at once whether memory suffices.
  ///
  /// @param lengths tokens of each text
  /// @param budget most padded tokens of a batch; a single longer text still makes one
  /// @return indices of texts, batch by batch
  static List<int[]> byLength(int[] lengths, int budget) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, lengths.length).boxed().toList());
    order.sort(Comparator.<Integer>comparingInt(i -> -lengths[i]).thenComparing(i -> i));
    return cut(order, lengths, budget);
  }

  /// The batches of one pass in random order; the same seed gives the same batches.
  static List<int[]> shuffled(int[] lengths, int budget, long seed) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, lengths.length).boxed().toList());
    Collections.shuffle(order, random);
    double mean = Arrays.stream(lengths).average().orElse(1);
    int pool = (int) Math.max(1, POOL * budget / Math.max(1, mean));
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += pool) {
      List<Integer> part = order.subList(from, Math.min(from + pool, order.size()));
      part.sort(Comparator.comparingInt(i -> -lengths[i]));
      batches.addAll(cut(part, lengths, budget));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /// A batch in as many parts, or in as many as it has texts; their sizes differ by one at most.
  static List<int[]> parts(int[] batch, int parts) {
    int count = Math.min(parts, batch.length);
    return IntStream.range(0, count)
        .mapToObj(i -> Arrays.copyOfRange(batch, cut(batch, i, count), cut(batch, i + 1, count)))
        .toList();
  }

  private static int cut(int[] batch, int part, int parts) {
    return (int) ((long) batch.length * part / parts);
  }

  private static List<int[]> cut(List<Integer> order, int[] lengths, int budget) {
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int at = 0; at < order.size(); at++) {
      int with = Math.max(longest, lengths[order.get(at)]);
      if (at > from && (long) with * (at - from + 1) > budget) {
        batches.add(toArray(order.subList(from, at)));
        from = at;
        with = lengths[order.get(at)];
      }
      longest = with;
    }
    if (from < order.size()) {
      batches.add(toArray(order.subList(from, order.size())));
    }
    return batches;
  }

  private static int[] toArray(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }
}
