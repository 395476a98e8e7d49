package org.shilpi.workflow;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.Method;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Another Java process with a project, to be killed in the middle of its work.
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ChildJvm start(String work, Path project, String argument) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildJvm.class.getName(),
                work,
                project.toString(),
                argument)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new ChildJvm(process);
  }

  /// Waits for this many lines, then kills the process at once (SIGKILL).
  ///
  /// @return everything that it said until it died
  List<String> killAfter(int count) throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    String line;
    while ((line = lines.readLine()) != null) {
      said.add(line);
      if (said.size() == count) {
        process.toHandle().destroyForcibly(); // keeps the pipe open
      }
    }
    process.waitFor();
    return said;
  }

  String line() throws IOException {
    return String.valueOf(lines.readLine());
  }

  long pid() {
    return process.pid();
  }

  /// Lets a process end that waits for a word.
  void release() throws IOException, InterruptedException {
    try (BufferedWriter in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
      in.write("go\n");
    }
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PassesTrainer trainer = new PassesTrainer();
    Clock clock = arguments[0].equals("search") ? trainer.clock() : Clock.systemUTC();
    try (ProjectSession session = ProjectSession.open(Path.of(arguments[1]), clock)) {
      switch (arguments[0]) {
        case "label" -> label(session, Integer.parseInt(arguments[2]), out);
        case "search" -> search(session, trainer, Integer.parseInt(arguments[2]), out);
        case "import" -> importFile(session, Path.of(arguments[2]), out);
        case "wait" -> {
          out.println("open");
          System.in.read();
        }
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  // Text after text, round and round, each time with the other label; says a decision's number once
  // it is acknowledged.
  private static void label(ProjectSession session, int from, PrintStream out) {
    LabelExamples labels = new LabelExamples(session);
    for (int number = from; ; number++) {
      labels.label(number % 50 + 1, number / 50 % 2 == 0 ? "a" : "b");
      out.println(number);
    }
  }

  // Says a pass once it is on disk, and the end.
  private static void search(
      ProjectSession session, PassesTrainer trainer, int seconds, PrintStream out)
      throws IOException {
    Trainer aloud =
        (task, context, events) ->
            trainer.train(
                task,
                context,
                event -> {
                  events.accept(event);
                  switch (event) {
                    case TrainingEvent.Epoch pass -> awaitStored(session, task, pass);
                    case TrainingEvent.Checkpoint checkpoint -> {
                      awaitStored(session, task, checkpoint);
                      out.println(trainer.passes.getLast());
                    }
                    default -> {}
                  }
                });
    new SearchKnobs(session, TestProject.CATALOGUE, aloud)
        .run(
            TrainingSpec.of(Method.THOROUGH),
            Duration.ofSeconds(seconds),
            JobContext.quiet(),
            told -> {});
    out.println("done");
  }

  // A worker in a process of its own tells a pass long before it writes the checkpoint.
  private static void awaitStored(ProjectSession session, TrainingTask task, TrainingEvent event) {
    String folder = String.valueOf(task.run().getFileName());
    long run = Long.parseLong(folder.substring(0, folder.indexOf('.')));
    while (!session.events(run).contains(event)) {
      Thread.onSpinWait();
    }
  }

  private static void importFile(ProjectSession session, Path file, PrintStream out)
      throws IOException {
    JobContext context =
        new JobContext() {
          @Override
          public void report(Progress progress) {
            out.println(progress.arguments());
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    new ImportData(session).run(ImportOrder.of(List.of(file)), context);
    out.println("imported");
  }
}
