package org.shilpi.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shilpi.deploy.ExportTask;
import org.shilpi.deploy.Exporter;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.train.Forecast;
import org.shilpi.train.Forecaster;
import org.shilpi.train.Method;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// A worker process whose trainer plays one act, named by the knob `act`, and learns nothing.
final class Rehearsal implements Trainer, Scorer, Forecaster, Exporter {
  private final CountDownLatch never = new CountDownLatch(1);

  /// @param arguments milliseconds for the last words, if they are to be few
  public static void main(String[] arguments) {
    var lastWords = Duration.ofMillis(arguments.length > 0 ? Long.parseLong(arguments[0]) : 60_000);
    var rehearsal = new Rehearsal();
    System.exit(
        WorkerMain.run(
            System.in,
            System.out,
            new Engine(
                rehearsal,
                rehearsal,
                rehearsal,
                rehearsal,
                (task, context) -> {
                  throw new IllegalStateException("no survey is rehearsed");
                }),
            lastWords));
  }

  static WorkerCommand command() {
    return WorkerCommand.of(System.getProperties(), 0, Rehearsal.class.getName());
  }

  /// Of a worker that has no time for last words.
  static WorkerCommand hastyCommand() {
    return WorkerCommand.of(System.getProperties(), 0, Rehearsal.class.getName(), "50");
  }

  static TrainingTask task(String act, Path run) {
    return new TrainingTask(
        new TrainingSpec(Method.QUICK, 1, 7, "cpu", Map.of("act", act)),
        run.resolve("snapshot.jsonl"),
        run.resolve("base"),
        run,
        run.resolve("cache"));
  }

  static TrainingEvent.Step step(long number) {
    return new TrainingEvent.Step(number, 1000, number / 10.0, 1.0 / number, 5e-5, 12.5);
  }

  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    var act = task.spec().knobs().getOrDefault("act", "");
    switch (act) {
      case "steps" -> {
        for (int number = 1; number <= 1000; number++) {
          events.accept(step(number));
        }
        context.report(Progress.of(1, "progress.train.baselines", 12, "शब्द"));
      }
      case "prints" -> print(events);
      case "waits" -> waitForCancel(task, context, events);
      case "stubborn" -> {
        announce(events);
        rest(Long.MAX_VALUE);
      }
      case "stubbornNative" -> {
        writeWhenTakenApart(task.run().resolve("native"));
        announce(events);
        rest(Long.MAX_VALUE);
      }
      case "hungry" -> {
        if (task.parts() < 4) {
          announce(events);
          rest(Long.MAX_VALUE);
        }
      }
      case "refuses" -> throw Problem.of("problem.train.device", "cuda:9", 3, 4.5, task.run());
      case "breaks" -> throw new IllegalStateException("a bug’s message");
      case "cannotWrite" -> throw new IOException("No space left on device");
      case "aborts" -> Runtime.getRuntime().halt(134);
      case "hoards" -> hoard();
      default -> throw new IllegalArgumentException(act);
    }
    return result();
  }

  static TrainingResult result() {
    return new TrainingResult(1.5, 100, 1, 2, 0.75, Double.NaN, Map.of("engine", "none"));
  }

  /// Tells the process's number, so that a test can kill it.
  private static void announce(Consumer<TrainingEvent> events) {
    events.accept(
        new TrainingEvent.Notice("pid", List.of(String.valueOf(ProcessHandle.current().pid()))));
  }

  /// Prints as a library would, and as native code would: to the very descriptor of the protocol.
  private static void print(Consumer<TrainingEvent> events) throws IOException {
    System.out.println("a library says hello");
    System.err.println("a library complains");
    @SuppressWarnings("resource") // closing it would close the process's standard output
    var descriptor = new FileOutputStream(FileDescriptor.out);
    descriptor.write("half a line".getBytes(StandardCharsets.US_ASCII));
    events.accept(step(1));
    descriptor.write(
        "{\"type\":\"Scored\"}\n@shilpi-worker-1 {\"type\":\"Nothing\"}\n"
            .getBytes(StandardCharsets.US_ASCII));
    descriptor.write(new byte[3 << 20]);
    descriptor.write(new byte[] {'\n', (byte) 0xff, (byte) 0xfe, '\n'});
    events.accept(step(2));
  }

  /// Leaves a file of the C library's that is empty until C takes itself apart: its `exit` writes
  /// what the stream still holds.
  @SuppressWarnings("restricted") // Functions of C's standard library.
  private static void writeWhenTakenApart(Path file) {
    var linker = Linker.nativeLinker();
    var library = linker.defaultLookup();
    var two = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
    var put = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    try (var arena = Arena.ofConfined()) {
      var stream =
          (MemorySegment)
              linker
                  .downcallHandle(library.findOrThrow("fopen"), two)
                  .invokeExact(arena.allocateFrom(file.toString()), arena.allocateFrom("w"));
      int done =
          (int)
              linker
                  .downcallHandle(library.findOrThrow("fputs"), put)
                  .invokeExact(arena.allocateFrom("taken apart"), stream);
      if (done < 0) {
        throw new IllegalStateException("nothing was put");
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void waitForCancel(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    announce(events);
    while (!context.cancelled()) {
      rest(5);
    }
    Files.writeString(task.run().resolve("checkpoint"), "whole");
    throw new CancelledException();
  }

  private void rest(long millis) {
    try {
      if (never.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("never came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hoard() {
    var kept = new ArrayList<byte[]>();
    while (kept.size() < 100_000) {
      kept.add(new byte[64 << 20]);
    }
  }

  @Override
  public List<Forecast> forecast(List<TrainingTask> tasks, JobContext context) {
    return tasks.stream().map(task -> forecast(task.spec())).toList();
  }

  static Forecast forecast(TrainingSpec spec) {
    if (spec.epochs() > 99) {
      Runtime.getRuntime().halt(139);
    }
    var range = new Forecast.Range(1, spec.epochs(), 100);
    return new Forecast(spec.method(), range, range, range, range, false, 1, false);
  }

  @Override
  public void export(ExportTask task, JobContext context) throws IOException {
    if (Files.notExists(task.folder())) {
      Runtime.getRuntime().halt(139);
    }
    Files.writeString(task.folder().resolve("format"), task.format().name());
  }

  @Override
  public Scores score(ScoringTask task, JobContext context) {
    if (task.device().equals("aborts")) {
      Runtime.getRuntime().halt(139);
    }
    var rows = new float[task.texts().size()][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 1f / (1 + task.texts().get(i).length());
      rows[i][1] = 1 - rows[i][0];
    }
    return new Scores(
        List.of("हाँ", "no"), rows, Map.of("majority", rows), new double[] {1.25, 2.5});
  }
}
