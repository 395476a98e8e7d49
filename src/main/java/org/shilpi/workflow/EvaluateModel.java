package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Evaluations;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.PredictionStore.Answers;
import org.shilpi.store.RunStore;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;

/// Lets a run answer on texts it never saw, stores the answers, and computes the evaluation from
/// what is stored.
public final class EvaluateModel {
  private static final int TIMED_TEXTS = 200;

  private final ProjectSession session;
  private final Catalogue catalogue;
  private final Scorer scorer;

  public EvaluateModel(ProjectSession session, Catalogue catalogue, Scorer scorer) {
    this.session = session;
    this.catalogue = catalogue;
    this.scorer = scorer;
  }

  /// Asks the run about one part of the data it was started with.
  ///
  /// @param split the part; [Split#NONE] stands for texts that were labeled since, and that equal
  ///   none of the run's texts
  /// @throws Problem if the run is not done, or the part has no texts
  public Evaluation run(long run, Split split, JobContext context) throws IOException {
    Run found = done(session, run);
    Snapshot snapshot = SnapshotFile.read(session.paths().snapshot(found.fingerprint()));
    List<LabeledText> texts = split == Split.NONE ? newer(snapshot) : snapshot.part(split);
    if (texts.isEmpty()) {
      throw Problem.of("problem.evaluate.no-texts", Long.toString(run), split.id());
    }
    Path model = catalogue.folder(found.baseModel(), context);
    Scores scores =
        scorer.score(
            new ScoringTask(
                session.paths().run(run),
                model,
                texts.stream().map(LabeledText::text).toList(),
                true,
                Math.min(TIMED_TEXTS, texts.size()),
                found.spec().device()),
            context);
    context.checkCancelled();
    Answers answers = answers(snapshot.labels(), texts, scores);
    session
        .database()
        .transaction(statements -> {
          new PredictionStore(statements).put(run, split, answers, session.clock().instant());
          return answers;
        });
    return stored(run, split).orElseThrow();
  }

  /// The evaluation of a run from stored predictions, if it was evaluated.
  public Optional<Evaluation> stored(long run, Split split) {
    return new PredictionStore(session.database())
        .get(run, split)
        .map(answers ->
            Evaluations.of(
                answers.labels(),
                answers.truth(),
                answers.probabilities(),
                answers.baselines(),
                answers.latencyMillis()));
  }

  /// A run that can answer.
  ///
  /// @throws Problem if there is none, or it is not done
  static Run done(ProjectSession session, long run) {
    String id = Long.toString(run);
    Run found =
        new RunStore(session.database())
            .find(run)
            .orElseThrow(() -> Problem.of("problem.train.no-run", id));
    if (found.state() != RunState.DONE) {
      throw Problem.of("problem.evaluate.not-done", id);
    }
    return found;
  }

  private List<LabeledText> newer(Snapshot snapshot) {
    Set<UUID> known = new HashSet<>();
    snapshot.rows().forEach(row -> known.add(TextKey.of(row.text())));
    List<LabeledText> newer = new ArrayList<>();
    new ExampleStore(session.database())
        .labeled(text -> {
          int label = snapshot.labels().indexOf(text.label());
          if (label >= 0 && !known.contains(TextKey.of(text.text()))) {
            newer.add(new LabeledText(text.id(), text.text(), label, Split.NONE));
          }
        });
    return newer;
  }

  private static Answers answers(List<String> labels, List<LabeledText> texts, Scores scores) {
    int[] order = scores.labels().stream().mapToInt(labels::indexOf).toArray();
    Map<String, float[][]> baselines = new LinkedHashMap<>();
    scores
        .baselines()
        .forEach((name, rows) -> baselines.put(name, ordered(rows, order, labels.size())));
    return new Answers(
        labels,
        texts.stream().mapToLong(LabeledText::id).toArray(),
        texts.stream().mapToInt(LabeledText::label).toArray(),
        ordered(scores.probabilities(), order, labels.size()),
        baselines,
        scores.latencyMillis());
  }

  // A label that the run never learned has no column: its probability is 0.
  private static float[][] ordered(float[][] rows, int[] order, int labels) {
    float[][] ordered = new float[rows.length][labels];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < order.length; j++) {
        ordered[i][order[j]] = rows[i][j];
      }
    }
    return ordered;
  }
}
