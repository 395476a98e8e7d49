package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Texts with one label each, from which an encoder learns which of them belong together, as SetFit
/// does (Tunstall et al., Efficient Few-Shot Learning Without Prompts, 2022).
///
/// SetFit draws pairs and brings their cosine to 0 or 1. Here every text of a batch is compared
/// with every other (`programs/contrast.ts`): a batch of 64 texts holds 2,016 pairs for the price
/// of 64 texts, which is what makes this affordable on a CPU.
///
/// @param labels label of each row
record ContrastLesson(List<int[]> tokens, int[] labels, Aim aim) implements Exercise {
  /// Texts of a label that stay together in a batch: each has others to draw near to.
  static final int TOGETHER = 5;

  /// Most texts of a batch. More show more contrasts, fewer take more steps.
  static final int TEXTS = 64;

  /// Most padded tokens of a batch, where texts are long.
  static final int TOKENS = 4096;

  ContrastLesson(List<int[]> tokens, int[] labels) {
    this(tokens, labels, Aim.plain(1));
  }

  /// The batches of one pass in random order, each text once; the same seed gives the same batches.
  List<int[]> batches(long seed) {
    Random random = new Random(seed);
    List<List<Integer>> groups = new ArrayList<>();
    for (int label : Arrays.stream(labels).distinct().sorted().toArray()) {
      List<Integer> rows =
          new ArrayList<>(
              IntStream.range(0, labels.length).filter(i -> labels[i] == label).boxed().toList());
      Collections.shuffle(rows, random);
      int count = Math.ceilDiv(rows.size(), TOGETHER);
      for (int g = 0; g < count; g++) {
        groups.add(rows.subList(g * rows.size() / count, (g + 1) * rows.size() / count));
      }
    }
    Collections.shuffle(groups, random);
    List<int[]> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    int longest = 0;
    for (List<Integer> group : groups) {
      int with =
          Math.max(longest, group.stream().mapToInt(i -> tokens.get(i).length).max().orElse(0));
      int size = batch.size() + group.size();
      if (!batch.isEmpty() && (size > TEXTS || (long) size * with > TOKENS)) {
        batches.add(toArray(batch));
        batch.clear();
        with = group.stream().mapToInt(i -> tokens.get(i).length).max().orElse(0);
      }
      batch.addAll(group);
      longest = with;
    }
    batches.add(toArray(batch));
    return batches;
  }

  private static int[] toArray(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String step() {
    return "step_contrast";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    return scope.create(Arrays.stream(batch).mapToLong(i -> labels[i]).toArray());
  }

  @Override
  public double whole(int[] batch) {
    return batch.length;
  }
}
