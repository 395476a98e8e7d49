package org.shilpi.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What each possible threshold of a score lets through. Equal scores pass together.
///
/// @param thresholds distinct scores, falling; everything at or above a threshold passes
/// @param caught cases that pass, one value a threshold
/// @param alarms others that pass, one value a threshold
record Cuts(double[] thresholds, int[] caught, int[] alarms) {

  static Cuts of(boolean[] truth, double[] scores) {
    if (truth.length != scores.length || truth.length == 0) {
      throw new IllegalArgumentException(truth.length + " truths, " + scores.length + " scores");
    }
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    int[] last =
        IntStream.range(0, order.length)
            .filter(i -> i + 1 == order.length || scores[order[i]] != scores[order[i + 1]])
            .toArray();
    Cuts cuts = new Cuts(new double[last.length], new int[last.length], new int[last.length]);
    int caught = 0;
    int next = 0;
    for (int cut = 0; cut < last.length; cut++) {
      for (; next <= last[cut]; next++) {
        caught += truth[order[next]] ? 1 : 0;
      }
      cuts.thresholds[cut] = scores[order[last[cut]]];
      cuts.caught[cut] = caught;
      cuts.alarms[cut] = next - caught;
    }
    return cuts;
  }

  int cases() {
    return caught[caught.length - 1];
  }

  int others() {
    return alarms[alarms.length - 1];
  }
}
