package org.shilpi.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Example;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.PredictionStore.Answers;
import org.shilpi.train.Run;

/// Looks back at runs: what they learned from, and which texts they mixed up.
public final class ReviewRuns {
  /// A text and the answer it got.
  ///
  /// @param sure the probability of the answer, 0 to 1
  public record Answered(Example example, double sure) {}

  private final ProjectSession session;

  public ReviewRuns(ProjectSession session) {
    this.session = session;
  }

  /// How many texts played each part in a run.
  ///
  /// @throws org.shilpi.job.Problem if the frozen data of the run is damaged
  public Map<Split, Integer> parts(Run run) throws IOException {
    Snapshot data = SnapshotFile.read(session.paths().snapshot(run.fingerprint()));
    Map<Split, Integer> parts = new EnumMap<>(Split.class);
    for (LabeledText row : data.rows()) {
      parts.merge(row.split(), 1, Integer::sum);
    }
    return parts;
  }

  /// The texts that people gave one label and the run another (or the same), from stored
  /// predictions, the surest first; empty if the run was not asked.
  ///
  /// @param truth index of the label that people gave
  /// @param answer index of the run's answer
  public List<Answered> answered(long run, Split split, int truth, int answer) {
    List<Answered> found = new ArrayList<>();
    ExampleStore examples = new ExampleStore(session.database());
    new PredictionStore(session.database())
        .get(run, split)
        .ifPresent(answers -> {
          for (int i = 0; i < answers.examples().length; i++) {
            if (answers.truth()[i] == truth && best(answers, i) == answer) {
              double sure = answers.probabilities()[i][answer];
              examples
                  .find(answers.examples()[i])
                  .ifPresent(example -> found.add(new Answered(example, sure)));
            }
          }
        });
    found.sort(Comparator.comparingDouble(Answered::sure).reversed());
    return found;
  }

  private static int best(Answers answers, int text) {
    float[] row = answers.probabilities()[text];
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      best = row[k] > row[best] ? k : best;
    }
    return best;
  }
}
