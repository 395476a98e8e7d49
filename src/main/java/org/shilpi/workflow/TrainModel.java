package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.Batches;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.Disk;
import org.shilpi.store.RunStore;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Freezes the data, starts a run, keeps its events, and remembers how it ended.
public final class TrainModel {
  private final ProjectSession session;
  private final Catalogue catalogue;
  private final Trainer trainer;

  public TrainModel(ProjectSession session, Catalogue catalogue, Trainer trainer) {
    this.session = session;
    this.catalogue = catalogue;
    this.trainer = trainer;
  }

  /// Trains on all labeled texts.
  ///
  /// @return the run, done
  /// @throws Problem if the texts surely give something away that nobody dealt with, or there is
  ///   too little to learn from (fewer than two labels with two different texts each); no run is
  ///   left then. Any later failure leaves the run, marked as failed
  public Run run(TrainingSpec spec, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    new PrivacyGate(session).require(context);
    return run(new FreezeData(session).run(context).fingerprint(), spec, 0, context, events);
  }

  /// Trains on data frozen before.
  ///
  /// @param fingerprint of a snapshot that is on disk
  /// @param seconds see [TrainingTask]
  Run run(
      String fingerprint,
      TrainingSpec spec,
      double seconds,
      JobContext context,
      Consumer<TrainingEvent> events)
      throws IOException {
    String baseModel = session.baseModel();
    Path model = catalogue.folder(baseModel, context);
    context.checkCancelled();
    Run run =
        session
            .database()
            .transaction(statements ->
                new RunStore(statements)
                    .start(spec, fingerprint, baseModel, session.clock().instant()));
    return train(run, model, seconds, context, events);
  }

  /// Goes on with an interrupted, cancelled or failed run from its last checkpoint, or from the
  /// start where there is none.
  ///
  /// @throws Problem if there is no such run, or it is running or done already
  public Run resume(long run, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    return resume(run, 0, context, events);
  }

  /// The same within so many seconds, see [TrainingTask].
  Run resume(long run, double seconds, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    RunStore runs = new RunStore(session.database());
    String id = Long.toString(run);
    Run found = runs.find(run).orElseThrow(() -> Problem.of("problem.train.no-run", id));
    switch (found.state()) {
      case DONE -> throw Problem.of("problem.train.done", id);
      case RUNNING -> throw Problem.of("problem.train.running", id);
      case INTERRUPTED, CANCELLED, FAILED -> {}
    }
    Path model = catalogue.folder(found.baseModel(), context);
    runs.changeState(run, RunState.RUNNING, null);
    return train(found, model, seconds, context, events);
  }

  private Run train(
      Run run, Path model, double seconds, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    RunStore runs = new RunStore(session.database());
    try {
      Path draft = session.paths().runDraft(run.id());
      TrainingResult result =
          new PrivacyNote(session).attach(learn(run, model, seconds, context, events), draft);
      AtomicFile.moveOver(draft, session.paths().run(run.id()));
      runs.done(run.id(), result);
      return runs.find(run.id()).orElseThrow();
    } catch (CancelledException cancelled) {
      runs.changeState(run.id(), RunState.CANCELLED, null);
      throw cancelled;
    } catch (IOException | RuntimeException | Error failure) {
      remember(run.id(), failure);
      throw failure;
    }
  }

  private TrainingResult learn(
      Run run, Path model, double seconds, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    Path draft = session.paths().runDraft(run.id());
    Path cache = session.paths().cache();
    try {
      // Whole, but the program ended before it could say so: the trainer looks at it again.
      if (Files.exists(session.paths().run(run.id()))) {
        AtomicFile.moveOver(session.paths().run(run.id()), draft);
      }
      Files.createDirectories(draft);
      Files.createDirectories(cache);
    } catch (IOException failure) {
      throw Disk.explain(failure, draft);
    }
    TrainingTask task =
        new TrainingTask(
                run.spec(), session.paths().snapshot(run.fingerprint()), model, draft, cache)
            .within(seconds);
    RunStore runs = new RunStore(session.database());
    try (Batches<TrainingEvent> kept = new Batches<>(batch -> runs.append(run.id(), batch))) {
      return trainer.train(
          task,
          context,
          event -> {
            kept.add(event);
            events.accept(event);
          });
    }
  }

  // The disk may be what failed: that the run failed is then found when the project is next opened.
  private void remember(long run, Throwable failure) {
    Problem problem =
        Disk.problem(failure, session.paths().path())
            .orElseGet(
                () -> Problem.causedBy(failure, "problem.train.unexpected", failure.toString()));
    List<String> words = new ArrayList<>(List.of(problem.key()));
    problem.arguments().forEach(argument -> words.add(argument.toString().replace('|', '¦')));
    try {
      // A lost worker, see Trainer: what it had learned is kept, and the run can go on.
      RunState state =
          problem.key().startsWith("problem.worker.") ? RunState.INTERRUPTED : RunState.FAILED;
      new RunStore(session.database()).changeState(run, state, String.join("|", words));
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }
}
