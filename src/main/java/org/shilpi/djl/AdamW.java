package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// AdamW over groups of weights, one fused native call a group. Unlike DJL's own, its state can be
/// read and restored, so a run can be resumed exactly.
final class AdamW implements AutoCloseable {
  /// What weights that are updated together share.
  ///
  /// @param rate peak learning rate
  /// @param decay decoupled weight decay
  private record Group(double rate, double decay) {}

  private static final class Members {
    final List<NDArray> weights = new ArrayList<>();
    final List<NDArray> firstMoments = new ArrayList<>();
    final List<NDArray> secondMoments = new ArrayList<>();
    final List<NDArray> steps = new ArrayList<>();
  }

  private final Program program;
  private final Map<Group, Members> groups = new LinkedHashMap<>();
  private final Map<String, NDArray> state = new LinkedHashMap<>();
  private final List<NDArray> all = new ArrayList<>();

  /// @param trained the weights that learn, by name; their gradients are switched on
  /// @param rate peak learning rate of a weight, by its name
  /// @param decay decoupled weight decay; biases and norms, which have one dimension, are not
  ///   pulled towards zero
  AdamW(
      NDManager manager, Map<String, NDArray> trained, ToDoubleFunction<String> rate, double decay)
      throws IOException {
    program = Program.compile(manager, "adamw");
    trained.forEach((name, weight) -> {
      boolean matrix = weight.getShape().dimension() > 1;
      add(manager, name, weight, new Group(rate.applyAsDouble(name), matrix ? decay : 0));
    });
  }

  private void add(NDManager manager, String name, NDArray weight, Group group) {
    weight.setRequiresGradient(true);
    Members members = groups.computeIfAbsent(group, unused -> new Members());
    NDArray first = manager.zeros(weight.getShape());
    NDArray second = manager.zeros(weight.getShape());
    members.weights.add(weight);
    members.firstMoments.add(first);
    members.secondMoments.add(second);
    members.steps.add(manager.zeros(new Shape()));
    state.put("m." + name, first);
    state.put("v." + name, second);
    all.add(weight);
  }

  /// Scales the gradient down where its norm is larger.
  ///
  /// @return the norm before, over all weights
  double clip(double most) {
    return clip(most, 1);
  }

  /// The same for a gradient that is too large by a factor, which is taken away.
  double clip(double most, double factor) {
    return program.update("clip", List.of(all), most, factor);
  }

  /// Forgets the gradient, also one that only some weights have because the way back broke off.
  void forget() {
    all.forEach(weight -> JniUtils.zeroGrad((PtNDArray) weight));
  }

  /// One update of all weights; leaves the gradients zero.
  ///
  /// @param share of the peak learning rates, 0 to 1
  void update(double share) {
    groups.forEach((group, members) ->
        program.update(
            "update",
            List.of(members.weights, members.firstMoments, members.secondMoments, members.steps),
            group.rate * share,
            group.decay));
  }

  /// Both moments of every weight, as `m.<weight>` and `v.<weight>`.
  Map<String, NDArray> moments() {
    return state;
  }

  /// Tells how many updates the moments have behind them; must follow a restore of the moments.
  void setSteps(long steps) {
    for (Members members : groups.values()) {
      members.steps.forEach(step -> Weights.fill(step, FloatBuffer.wrap(new float[] {steps})));
    }
  }

  @Override
  public void close() {
    program.close();
    state.values().forEach(NDArray::close);
  }
}
