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
import org.shilpi.data.Target;
import org.shilpi.data.TextKey;
import org.shilpi.evaluate.Assessment;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Evaluations;
import org.shilpi.evaluate.TargetEvaluations;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.RunStore;
import org.shilpi.store.TargetPredictionStore;
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

  /// Asks the run of a project whose texts have one label each.
  ///
  /// @throws Problem as [#assess], or if the project has another task
  public Evaluation run(long run, Split split, JobContext context) throws IOException {
    if (session.task() != TaskKind.CLASSIFY) {
      throw Problem.of("problem.evaluate.task", session.task().id());
    }
    return (Evaluation) assess(run, split, context);
  }

  /// Asks the run about one part of the data it was started with.
  ///
  /// @param split the part; [Split#NONE] stands for texts that were labeled since, and that equal
  ///   none of the run's texts
  /// @throws Problem if the run is not done, or the part has no texts
  public Assessment assess(long run, Split split, JobContext context) throws IOException {
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
    session
        .database()
        .transaction(statements -> {
          GivenAnswers given = new GivenAnswers(snapshot.labels(), texts, scores);
          if (snapshot.task() == TaskKind.CLASSIFY) {
            new PredictionStore(statements)
                .put(run, split, given.single(), session.clock().instant());
          } else {
            new TargetPredictionStore(statements)
                .put(run, split, given.several(), session.clock().instant());
          }
          return given;
        });
    return assessed(run, split).orElseThrow();
  }

  /// What is found out about a run from stored predictions, if it was evaluated.
  public Optional<Assessment> assessed(long run, Split split) {
    return session.task() == TaskKind.CLASSIFY
        ? stored(run, split).map(Assessment.class::cast)
        : new TargetPredictionStore(session.database()).get(run, split).map(EvaluateModel::assess);
  }

  private static Assessment assess(TargetPredictionStore.Answers answers) {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    answers
        .answers()
        .forEach((name, given) ->
            targets.put(name, given.stream().map(TargetPredictionStore.Answered::answer).toList()));
    List<Target> model = targets.remove(TargetPredictionStore.MODEL);
    return TargetEvaluations.of(
        answers.labels(),
        answers.truth(),
        model == null ? List.of() : model,
        targets,
        answers.latencyMillis());
  }

  /// The evaluation of a run from stored predictions, if it was evaluated; empty where texts have
  /// more than one label each.
  public Optional<Evaluation> stored(long run, Split split) {
    if (session.task() != TaskKind.CLASSIFY) {
      return Optional.empty();
    }
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
          List<String> labels = text.judgement().labels();
          if (snapshot.labels().containsAll(labels) && !known.contains(TextKey.of(text.text()))) {
            Target target = text.judgement().target(snapshot.labels()::indexOf);
            newer.add(new LabeledText(text.id(), text.text(), target, Split.NONE));
          }
        });
    return newer;
  }
}
