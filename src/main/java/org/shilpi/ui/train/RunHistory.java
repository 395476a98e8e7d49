package org.shilpi.ui.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingEvent.Baseline;
import org.shilpi.train.TrainingEvent.Checkpoint;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.train.TrainingEvent.Notice;
import org.shilpi.train.TrainingEvent.Phase;
import org.shilpi.train.TrainingEvent.Step;

/// What a run told so far, in the shape its curves are drawn from. A resumed run repeats the steps
/// after its checkpoint; the later telling counts.
///
/// @param phase what it is busy with
/// @param checkpoint newest step that is on disk, 0 before the first
/// @param baselines right answers of the plain ways on the texts kept back, by name, 0 to 1
record RunHistory(
    List<Step> steps,
    List<Epoch> epochs,
    Map<String, Double> baselines,
    Optional<Phase> phase,
    long checkpoint,
    List<Notice> notices) {
  /// A pass or two of bad luck is no trend.
  private static final int PASSES_TO_BE_SURE = 2;

  RunHistory {
    steps = List.copyOf(steps);
    epochs = List.copyOf(epochs);
    notices = List.copyOf(notices);
  }

  static RunHistory none() {
    return new RunHistory(List.of(), List.of(), Map.of(), Optional.empty(), 0, List.of());
  }

  static RunHistory of(List<TrainingEvent> events) {
    return none().with(events);
  }

  RunHistory with(List<TrainingEvent> more) {
    List<Step> newSteps = new ArrayList<>(steps);
    List<Epoch> newEpochs = new ArrayList<>(epochs);
    Map<String, Double> newBaselines = new LinkedHashMap<>(baselines);
    List<Notice> newNotices = new ArrayList<>(notices);
    Optional<Phase> newPhase = phase;
    long newCheckpoint = checkpoint;
    for (TrainingEvent event : more) {
      switch (event) {
        case Phase now -> newPhase = Optional.of(now);
        case Step step -> {
          while (!newSteps.isEmpty() && newSteps.getLast().step() >= step.step()) {
            newSteps.removeLast();
          }
          newSteps.add(step);
        }
        case Epoch epoch -> {
          while (!newEpochs.isEmpty() && newEpochs.getLast().epoch() >= epoch.epoch()) {
            newEpochs.removeLast();
          }
          newEpochs.add(epoch);
        }
        case Checkpoint saved -> newCheckpoint = saved.step();
        case Baseline plain -> newBaselines.put(plain.name(), plain.accuracy());
        case Notice notice -> newNotices.add(notice);
      }
    }
    return new RunHistory(newSteps, newEpochs, newBaselines, newPhase, newCheckpoint, newNotices);
  }

  /// The best pass so far.
  Optional<Epoch> best() {
    return epochs.reversed().stream().filter(Epoch::best).findFirst();
  }

  Optional<Step> newestStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /// Whether it gets better on the texts it learns from and worse on those kept back, for so many
  /// passes that it is no accident.
  boolean memorising() {
    if (epochs.isEmpty() || best().isEmpty()) {
      return false;
    }
    Epoch newest = epochs.getLast();
    Epoch best = best().get();
    return newest.epoch() >= best.epoch() + PASSES_TO_BE_SURE
        && newest.trainLoss() < best.trainLoss()
        && newest.validationLoss() > best.validationLoss();
  }

  /// The loss on the texts it learns from, as means over equal pieces of the run: single steps jump
  /// about.
  ///
  /// @param most pieces
  /// @return passes done and loss, from left to right
  List<double[]> learning(int most) {
    List<double[]> points = new ArrayList<>();
    int pieces = Math.min(most, steps.size());
    for (int piece = 0; piece < pieces; piece++) {
      int from = (int) ((long) steps.size() * piece / pieces);
      int to = (int) ((long) steps.size() * (piece + 1) / pieces);
      List<Step> part = steps.subList(from, to);
      points.add(
          new double[] {
            part.getLast().epoch(), part.stream().mapToDouble(Step::loss).average().orElse(0)
          });
    }
    return points;
  }
}
