package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shilpi.data.SnapshotFile;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.ProcessMemory;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.Disk;
import org.shilpi.train.Baselines;
import org.shilpi.train.Method;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;
import tools.jackson.databind.json.JsonMapper;

/// Trains in this process, with libtorch. A crash in native code ends the process, so outside of
/// tests this runs in a worker's.
///
/// Layout of a run's folder: `model/` (quick: a [HeadFolder]; balanced: an [AdapterFolder] with
/// [ModelNote]; thorough: a Hugging Face folder with [ModelNote]), `baselines/` (see
/// `train.Baselines`; but for quick also `baselines/frozen/`, a [HeadFolder]), `result.json`, and
/// before the end what [Checkpoint] keeps.
public final class DjlTrainer implements Trainer {
  static final String MODEL = "model";
  static final String BASELINES = "baselines";
  private static final String DRAFT = "model.draft";
  private static final String RESULT = "result.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final LongSupplier nanos;
  private final Duration checkpointEvery;

  public DjlTrainer() {
    this(System::nanoTime, Duration.ofMinutes(1));
  }

  /// @param nanos a clock that only goes forward
  /// @param checkpointEvery longest time without a checkpoint; zero for one after every step
  DjlTrainer(LongSupplier nanos, Duration checkpointEvery) {
    this.nanos = nanos;
    this.checkpointEvery = checkpointEvery;
  }

  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    Report report = new Report(context, events, nanos);
    try {
      Files.createDirectories(task.run());
      TrainingResult result = isDone(task.run()) ? result(task.run()) : train(task, report);
      Checkpoint.delete(task.run());
      return result;
    } catch (IOException e) {
      throw Disk.explain(e, task.run());
    } catch (OutOfMemoryError e) {
      throw Problem.causedBy(e, "problem.train.memory");
    } catch (RuntimeException e) {
      throw OutOfMemory.isCauseOf(e) ? Problem.causedBy(e, "problem.train.memory") : e;
    }
  }

  private TrainingResult train(TrainingTask task, Report report) throws IOException {
    clean(task.run());
    try (Session session = new Session(task, report)) {
      learnBaselines(session);
      Path draft = task.run().resolve(DRAFT);
      Learned learned = learn(session, draft);
      Path model = task.run().resolve(MODEL);
      Disk.delete(model);
      AtomicFile.moveOver(draft, model);
      Map<String, String> provenance = session.provenance();
      provenance.putAll(learned.facts());
      provenance.put("way", learned.way().id());
      TrainingResult result =
          new TrainingResult(
              learned.seconds() + (nanos.getAsLong() - report.begin()) / 1e9,
              learned.examplesPerSecond(),
              ProcessMemory.peak(),
              learned.bestEpoch(),
              learned.score().accuracy(),
              learned.score().loss(),
              provenance);
      AtomicFile.write(
          task.run().resolve(RESULT), out -> out.write(JSON.writeValueAsBytes(result)));
      return result;
    }
  }

  /// Whether an earlier attempt came to its end and was lost only after that.
  private static boolean isDone(Path run) {
    return Files.isRegularFile(run.resolve(RESULT)) && Files.isDirectory(run.resolve(MODEL));
  }

  private static TrainingResult result(Path run) throws IOException {
    return JSON.readValue(Files.readAllBytes(run.resolve(RESULT)), TrainingResult.class);
  }

  /// Takes away what an attempt left half written.
  private static void clean(Path run) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(run, "*.draft")) {
      for (Path draft : drafts) {
        Disk.delete(draft);
      }
    }
  }

  private Learned learn(Session session, Path draft) throws IOException {
    Method method = session.task().spec().method();
    return switch (method) {
      case QUICK -> QuickTraining.run(session, draft);
      case BALANCED -> DeepTraining.run(session, draft, checkpointEvery, BalancedTraining::begin);
      case THOROUGH -> DeepTraining.run(session, draft, checkpointEvery, ThoroughTraining::begin);
    };
  }

  /// Whether an earlier run on the same data learned the baselines already.
  static boolean hasBaselines(String fingerprint, TrainingTask task) {
    return sharedBaselines(task).holds(baselinesKey(fingerprint, task));
  }

  private static Once sharedBaselines(TrainingTask task) {
    return new Once(task.cache().resolve(BASELINES));
  }

  private static String baselinesKey(String fingerprint, TrainingTask task) {
    return fingerprint.substring(0, 16) + "-" + task.spec().seed();
  }

  /// The same data and seed give the same baselines, so runs share them.
  private static void learnBaselines(Session session) throws IOException {
    TrainingTask task = session.task();
    Report report = session.report();
    var progress = report.phase("baseline");
    Path folder = task.run().resolve(BASELINES);
    Baselines baselines;
    if (Checkpoint.isIn(task.run()) && Files.isDirectory(folder)) {
      baselines = Baselines.load(folder);
    } else {
      baselines =
          sharedBaselines(task)
              .get(
                  baselinesKey(session.material().fingerprint(), task),
                  Baselines::load,
                  () ->
                      Baselines.fit(
                          SnapshotFile.read(task.snapshot()),
                          task.spec().seed(),
                          report.within(progress)),
                  (kept, made) -> made.save(kept));
      baselines.save(folder);
    }
    progress.accept(1);
    baselines
        .validationAccuracy()
        .forEach((name, accuracy) -> report.tell(new TrainingEvent.Baseline(name, accuracy)));
  }
}
