package org.shilpi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.cli.Cli;
import org.shilpi.cli.CommandServices;
import org.shilpi.djl.DjlExporter;
import org.shilpi.djl.DjlForecaster;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlSurveyor;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.document.DocumentTexts;
import org.shilpi.job.JobRunner;
import org.shilpi.settings.AppFolders;
import org.shilpi.text.Messages;
import org.shilpi.train.ForecastBook;
import org.shilpi.train.Forecaster;
import org.shilpi.train.LearningForecaster;
import org.shilpi.train.Trainer;
import org.shilpi.train.WatchedTrainer;
import org.shilpi.ui.Services;
import org.shilpi.ui.Window;
import org.shilpi.worker.DocumentWorker;
import org.shilpi.worker.Engine;
import org.shilpi.worker.WorkerDocuments;
import org.shilpi.worker.WorkerExporter;
import org.shilpi.worker.WorkerForecaster;
import org.shilpi.worker.WorkerMain;
import org.shilpi.worker.WorkerScorer;
import org.shilpi.worker.WorkerSurveyor;
import org.shilpi.worker.WorkerTrainer;

/// The only place where things are wired: command line, window, or worker.
public final class Workbench {
  private static final int MOST_SECONDS_TO_STOP = 30;

  private Workbench() {}

  public static void main(String[] arguments) throws Exception {
    diesWithParent();
    if (arguments.length == 1 && arguments[0].equals("worker")) {
      System.exit(
          WorkerMain.run(
              System.in,
              System.out,
              new Engine(
                  new DjlTrainer(),
                  new DjlScorer(),
                  new DjlForecaster(),
                  new DjlExporter(),
                  new DjlSurveyor())));
    }
    if (arguments.length == 2
        && arguments[0].equals("worker")
        && arguments[1].equals("documents")) {
      System.exit(DocumentWorker.run(System.in, System.out, new DocumentTexts()));
    }
    AppFolders folders = AppFolders.ofThisMachine();
    LogFile.open(folders.data());
    if (arguments.length > 0) {
      System.exit(commandLine(folders, cli -> cli.run(arguments)));
    }
    if (!display()) {
      System.exit(commandLine(folders, Cli::tour));
    }
    Window.launch(window(folders));
    System.exit(0);
  }

  /// Whether a window can be shown. Only Linux machines run without a display in earnest.
  private static boolean display() {
    return !System.getProperty("os.name").startsWith("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .map(System.getenv()::get)
            .anyMatch(value -> value != null && !value.isBlank());
  }

  private interface Work {
    int on(Cli cli);
  }

  /// Runs a command so that Ctrl+C lets it stop in good order before the process ends.
  private static int commandLine(AppFolders folders, Work work) {
    Cli cli = new Cli(services(folders), new Messages(language()), System.out, System.err);
    // Not the end of the command's thread: that goes on to System.exit, which waits for this hook.
    CountDownLatch done = new CountDownLatch(1);
    Thread stop =
        new Thread(() -> {
          cli.cancel();
          try {
            done.await(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Runtime.getRuntime().addShutdownHook(stop);
    int code;
    try {
      code = work.on(cli);
    } finally {
      done.countDown();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // Already going down: the signal decides the exit code.
      return code;
    }
    return code;
  }

  private static CommandServices services(AppFolders folders) {
    return new CommandServices(
        new Catalogue(folders.data()),
        trainer(folders),
        forecaster(folders),
        new WorkerScorer(),
        new WorkerExporter(),
        new WorkerDocuments(),
        new WorkerSurveyor(),
        Clock.systemUTC(),
        sampleData());
  }

  private static Services window(AppFolders folders) {
    return new Services(
        new Catalogue(folders.data()),
        trainer(folders),
        forecaster(folders),
        new WorkerScorer(),
        new WorkerSurveyor(),
        new WorkerDocuments(),
        new JobRunner(),
        folders,
        Clock.systemUTC(),
        sampleData());
  }

  private static Trainer trainer(AppFolders folders) {
    return new WatchedTrainer(new WorkerTrainer(), book(folders));
  }

  private static Forecaster forecaster(AppFolders folders) {
    return new LearningForecaster(new WorkerForecaster(), book(folders));
  }

  private static ForecastBook book(AppFolders folders) {
    return new ForecastBook(folders.data().resolve("forecasts.json"));
  }

  private static String language() {
    return Locale.getDefault().getLanguage();
  }

  /// Beside the jar when installed, above `target` when built, in the working folder when run by
  /// Maven.
  private static Path sampleData() {
    Path here =
        Path.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, 2)[0])
            .toAbsolutePath();
    return Stream.iterate(here, path -> path != null, Path::getParent)
        .limit(3)
        .map(folder -> folder.resolve("sample-data"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of("sample-data").toAbsolutePath());
  }

  /// A process started by an older Java (see [Main]) must not outlive it.
  private static void diesWithParent() {
    Long parent = Long.getLong("shilpi.parent");
    if (parent != null) {
      ProcessHandle.of(parent)
          .ifPresent(process -> process.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
  }
}
