package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.shilpi.train.Knobs.Emphasis;

/// What a training's loss counts, see `programs/losses.ts`.
///
/// @param weights of each output's cases; where texts have any number of labels, of each label's
///   positive cases against its negative ones
/// @param smoothing share of the target that is spread over all outputs, 0 to below 1
record Aim(float[] weights, double smoothing) {
  /// Every case counts the same, and the right answer counts wholly.
  static Aim plain(int outputs) {
    float[] ones = new float[outputs];
    Arrays.fill(ones, 1);
    return new Aim(ones, 0);
  }

  /// The same, but for what the knobs ask: less sure answers, and labels that count the same in all
  /// however few cases they have.
  ///
  /// @param truth what is learned from
  static Aim of(Emphasis emphasis, Answers truth) {
    float[] weights = emphasis.balanced() ? truth.balance() : plain(truth.outputs()).weights();
    return new Aim(weights, emphasis.smoothing());
  }

  /// The argument `T` of a step.
  ///
  /// @param scope owns what is made
  /// @param labels the right answers, as the task's step takes them
  /// @param whole what the loss is divided by, see [Lesson#whole]
  /// @param lossScale factor of the gradients
  Dict dict(NDManager scope, NDArray labels, double whole, double lossScale) {
    // Read as numbers, so they stay where that costs no round trip.
    NDManager cpu = scope.newSubManager(Device.cpu());
    Dict dict = new Dict("T");
    dict.put("labels", labels);
    dict.put("weights", scope.create(weights));
    dict.put("smoothing", cpu.create((float) smoothing));
    dict.put("whole", cpu.create((float) whole));
    dict.put("loss_scale", cpu.create((float) lossScale));
    return dict;
  }
}
