package org.shilpi.workflow;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingEvent.Checkpoint;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.train.TrainingEvent.Step;

/// Joins the events of all attempts of a run: a resumed run goes back to its checkpoint, so the
/// steps after it come twice and only the later ones count.
final class EventHistory {
  private EventHistory() {}

  static List<TrainingEvent> joined(List<TrainingEvent> events) {
    List<TrainingEvent> joined = new ArrayList<>();
    long newestStep = 0;
    int newestEpoch = 0;
    for (TrainingEvent event : events) {
      switch (event) {
        case Step step -> {
          if (step.step() <= newestStep) {
            joined.removeIf(old -> old instanceof Step other && other.step() >= step.step());
            joined.removeIf(old -> old instanceof Checkpoint c && c.step() >= step.step());
          }
          newestStep = step.step();
        }
        case Epoch epoch -> {
          if (epoch.epoch() <= newestEpoch) {
            joined.removeIf(old -> old instanceof Epoch other && other.epoch() >= epoch.epoch());
          }
          newestEpoch = epoch.epoch();
        }
        default -> {}
      }
      joined.add(event);
    }
    return joined;
  }
}
