package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.deploy.ExportTask;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.train.Method;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Every test starts a real process.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkerTest {
  private static final Limits PATIENT =
      new Limits(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(1));

  @TempDir Path run;

  private final List<TrainingEvent> events = new ArrayList<>();
  private final Watcher context = new Watcher();

  @Test
  void eventsArriveInOrderAndTheResultIsWhatTheTrainerLeft() throws IOException {
    var result = train("steps", PATIENT);

    assertThat(events)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 1000).mapToObj(Rehearsal::step).toList());
    assertThat(context.reports).contains(Progress.of(1, "progress.train.baselines", 12, "शब्द"));
    assertThat(result.provenance()).containsEntry("engine", "none");
    assertThat(result.validationLoss()).isNaN();
    assertThat(result.peakRssMb()).isEqualTo(1);
  }

  @Test
  void whatLibrariesPrintDoesNotBreakTheProtocol() throws IOException {
    train("prints", PATIENT);

    assertThat(events).containsExactly(Rehearsal.step(1), Rehearsal.step(2));
    assertThat(run.resolve("worker.log"))
        .content(StandardCharsets.UTF_8)
        .contains("a library says hello", "a library complains");
  }

  @Test
  void aCancelledTrainingLeavesItsCheckpoint() {
    assertThatThrownBy(() -> train("waits", PATIENT, context::cancel))
        .isInstanceOf(CancelledException.class);

    assertThat(run.resolve("checkpoint")).hasContent("whole");
  }

  @Test
  void aWorkerThatDoesNotStopIsEndedByForce() {
    var hasty = new Limits(Duration.ofMinutes(2), Duration.ofMillis(200), Duration.ofMinutes(1));

    assertThatThrownBy(() -> train("stubborn", hasty, context::cancel))
        .isInstanceOf(CancelledException.class);

    assertThat(worker()).isNotPresent();
  }

  @Test
  void aTrainingCancelledBeforeItStartsStartsNothing() {
    context.cancel();

    assertThatThrownBy(() -> train("steps", PATIENT)).isInstanceOf(CancelledException.class);
    assertThat(run.resolve("worker.log")).doesNotExist();
  }

  @Test
  void aKilledWorkerIsNamedWithTheWayBack() {
    assertRefused(
        () -> train("waits", PATIENT, () -> worker().orElseThrow().destroyForcibly()),
        "problem.worker.killed");
  }

  @Test
  void aWorkerThatTheKernelEndedForItsMemoryIsFollowedByOneWithSmallerBatches() throws IOException {
    var result =
        train(
            "hungry",
            PATIENT,
            () -> {
              try {
                Files.writeString(
                    run.resolve("vmstat"), "pgfault 5\noom_kill %d\n".formatted(events.size()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              worker().orElseThrow().destroyForcibly();
            });

    assertThat(result.bestEpoch()).isEqualTo(Rehearsal.result().bestEpoch());
    assertThat(events)
        .filteredOn(
            event -> event instanceof TrainingEvent.Notice notice && !notice.key().equals("pid"))
        .containsExactly(
            new TrainingEvent.Notice("notice.worker.memory", List.of("2")),
            new TrainingEvent.Notice("notice.worker.memory", List.of("4")));
  }

  @Test
  void aWorkerEndedByTheSystemWritesItsCheckpointFirst() {
    assertRefused(
        () -> train("waits", PATIENT, () -> worker().orElseThrow().destroy()),
        "problem.worker.stopped");

    assertThat(run.resolve("checkpoint")).hasContent("whole");
  }

  @Test
  void aWorkerThatIsEndedAtWorkTakesNoNativeLibraryApart() {
    assertRefused(
        () ->
            train(
                Rehearsal.hastyCommand(),
                "stubbornNative",
                PATIENT,
                () -> worker().orElseThrow().destroy()),
        "problem.worker.stopped");

    assertThat(run.resolve("native")).isEmptyFile();
  }

  @Test
  void aCrashIsNamedWithItsStatus() {
    assertRefused(
        () -> train("aborts", PATIENT),
        "problem.worker.crashed",
        "134",
        run.resolve("worker.log").toString());
  }

  @Test
  void runningOutOfMemoryIsNamed() {
    assertRefused(() -> train("hoards", PATIENT), "problem.worker.memory");
  }

  @Test
  void aSilentWorkerIsEndedAndNamed() {
    var hasty = new Limits(Duration.ofMillis(300), Duration.ofMinutes(2), Duration.ofMinutes(1));
    var silent =
        new Conversation(
            WorkerCommand.of(System.getProperties(), 0, SilentWorker.class.getName()),
            hasty,
            System::nanoTime);

    assertRefused(
        () ->
            new WorkerTrainer(silent, new MemoryKills(run.resolve("vmstat")))
                .train(Rehearsal.task("steps", run), context, events::add),
        "problem.worker.silent",
        run.resolve("worker.log").toString());
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aProblemTravelsWithItsArguments() {
    assertRefused(
        () -> train("refuses", PATIENT), "problem.train.device", "cuda:9", 3, 4.5, run.toString());
  }

  @Test
  void otherFailuresTravelWithTheirWords() {
    assertThatThrownBy(() -> train("breaks", PATIENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a bug’s message");
    assertThatThrownBy(() -> train("cannotWrite", PATIENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left on device");
    assertThat(run.resolve("worker.log")).content(StandardCharsets.UTF_8).contains("Rehearsal");
  }

  @Test
  void aWorkerWhoseParentDiedWritesItsCheckpointAndEnds() throws Exception {
    var orphan = waitingWorker();
    try {
      orphan.getOutputStream().close();

      assertThat(orphan.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(run.resolve("checkpoint")).hasContent("whole");
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void aResumedRunWaitsForTheLastWordsOfAnOrphan() throws Exception {
    var orphan = waitingWorker();
    try {
      context.onReport =
          progress -> {
            if (progress.key().equals("progress.worker.waiting")) {
              assertThat(run.resolve("checkpoint")).doesNotExist();
              assertThatCode(() -> orphan.getOutputStream().close()).doesNotThrowAnyException();
            }
          };

      train("steps", PATIENT);

      assertThat(context.reports).contains(Progress.unknown("progress.worker.waiting"));
      assertThat(run.resolve("checkpoint")).hasContent("whole");
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void aWorkerThatIsAskedNothingEnds() throws Exception {
    var process = Rehearsal.command().in(run).start();
    process.getOutputStream().close();

    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void scoresComeBackAndNothingIsLeftBehind() throws IOException {
    var before = temporary();

    var scores = scorer().score(task(List.of("", "ab", "हिन्दी"), "cpu"), context);

    assertThat(scores.labels()).containsExactly("हाँ", "no");
    assertThat(scores.probabilities()[1]).containsExactly(1 / 3f, 1 - 1 / 3f);
    assertThat(scores.baselines().get("majority")).isDeepEqualTo(scores.probabilities());
    assertThat(scores.latencyMillis()).containsExactly(1.25, 2.5);
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void aScorerThatCrashesIsNamedAndNothingIsLeftBehind() throws IOException {
    var before = temporary();

    assertRefused(
        () -> scorer().score(task(List.of("text"), "aborts"), context),
        "problem.worker.scoring-lost",
        "139",
        run.resolve("worker.log").toString());
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void forecastsComeBackInOrder() throws IOException {
    var tasks = List.of(Rehearsal.task("", run), Rehearsal.task("", run));

    assertThat(forecaster().forecast(tasks, context))
        .isEqualTo(tasks.stream().map(task -> Rehearsal.forecast(task.spec())).toList());
  }

  @Test
  void aTrialThatCrashesIsNamed() {
    var spec = new TrainingSpec(Method.QUICK, 100, 1, "cpu", Map.of());
    var task = new TrainingTask(spec, run, run, run, run);

    assertRefused(
        () -> forecaster().forecast(List.of(task), context), "problem.worker.forecast-lost", "139");
  }

  @Test
  void aModelIsWrittenByAWorker() throws IOException {
    var before = temporary();

    exporter().export(new ExportTask(run, run, ExportFormat.ADAPTER, run), context);

    assertThat(run.resolve("format")).hasContent("ADAPTER");
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void anExportThatCrashesIsNamed() {
    var task = new ExportTask(run, run, ExportFormat.HF, run.resolve("not there"));

    assertRefused(() -> exporter().export(task, context), "problem.worker.export-lost", "139");
  }

  private static WorkerExporter exporter() {
    return new WorkerExporter(new Conversation(Rehearsal.command(), PATIENT, System::nanoTime));
  }

  private static WorkerForecaster forecaster() {
    return new WorkerForecaster(new Conversation(Rehearsal.command(), PATIENT, System::nanoTime));
  }

  private TrainingResult train(String act, Limits limits) throws IOException {
    return train(act, limits, () -> {});
  }

  /// @param announced what to do once the worker has told its number
  private TrainingResult train(String act, Limits limits, Runnable announced) throws IOException {
    return train(Rehearsal.command(), act, limits, announced);
  }

  private TrainingResult train(WorkerCommand command, String act, Limits limits, Runnable announced)
      throws IOException {
    var conversation = new Conversation(command, limits, System::nanoTime);
    return new WorkerTrainer(conversation, new MemoryKills(run.resolve("vmstat")))
        .train(
            Rehearsal.task(act, run),
            context,
            event -> {
              events.add(event);
              if (event instanceof TrainingEvent.Notice notice && notice.key().equals("pid")) {
                announced.run();
              }
            });
  }

  /// A worker that has begun a training which ends only when it is told to.
  private Process waitingWorker() throws IOException {
    var process = Rehearsal.command().in(run).redirectError(Redirect.DISCARD).start();
    var request = Wire.line(new Request.Train(Rehearsal.task("waits", run))) + "\n";
    process.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
    var lines = new LineReader(process.getInputStream(), Wire.LONGEST);
    boolean begun = false;
    while (!begun) {
      var message = Wire.message(Objects.requireNonNull(lines.next()));
      begun = message.filter(Message.Told.class::isInstance).isPresent();
    }
    return process;
  }

  private Optional<ProcessHandle> worker() {
    var notice = (TrainingEvent.Notice) events.getLast();
    return ProcessHandle.of(Long.parseLong(notice.arguments().getFirst()));
  }

  private static WorkerScorer scorer() {
    return new WorkerScorer(new Conversation(Rehearsal.command(), PATIENT, System::nanoTime));
  }

  private ScoringTask task(List<String> texts, String device) {
    return new ScoringTask(run, run, texts, true, 2, device);
  }

  private static List<String> temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("shilpi-scoring-"))
          .sorted()
          .toList();
    }
  }

  private static void assertRefused(ThrowingCallable work, String key, Object... arguments) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.arguments()).containsExactly(arguments);
            });
  }

  private static final class Watcher implements JobContext {
    final List<Progress> reports = new ArrayList<>();
    private Consumer<Progress> onReport = progress -> {};
    private boolean cancelled;

    void cancel() {
      cancelled = true;
    }

    @Override
    public void report(Progress progress) {
      reports.add(progress);
      onReport.accept(progress);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
