package org.shilpi.train.search;

import java.util.ArrayList;
import java.util.List;

/// Settings that a search tries.
///
/// @param number from 0, in the order of beginning
/// @param place where in the [SearchSpace]; empty for the defaults
/// @param losses the best validation loss by the end of each rung that it has climbed, in nats;
///   infinite where it failed there, which ends it
public record Trial(int number, List<Double> place, List<Double> losses) {
  public Trial {
    place = List.copyOf(place);
    losses = List.copyOf(losses);
  }

  /// Rungs behind it.
  public int rungs() {
    return losses.size();
  }

  /// The newest loss.
  ///
  /// @throws java.util.NoSuchElementException if it has climbed no rung
  public double loss() {
    return losses.getLast();
  }

  public boolean failed() {
    return !losses.isEmpty() && losses.getLast().isInfinite();
  }

  /// It has climbed one more rung.
  public Trial climbed(double loss) {
    List<Double> all = new ArrayList<>(losses);
    all.add(loss);
    return new Trial(number, place, all);
  }
}
