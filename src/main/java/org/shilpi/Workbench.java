package org.shilpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.cli.Cli;
import org.shilpi.cli.CommandServices;
import org.shilpi.settings.AppFolders;
import org.shilpi.text.Messages;

/// The only place where things are wired: command line, window, or worker.
public final class Workbench {
  private static final int MOST_SECONDS_TO_STOP = 30;

  private Workbench() {}

  public static void main(String[] arguments) throws Exception {
    diesWithParent();
    AppFolders folders = AppFolders.ofThisMachine();
    LogFile.open(folders.data());
    if (arguments.length > 0) {
      System.exit(commandLine(folders, cli -> cli.run(arguments)));
    }
    System.exit(commandLine(folders, Cli::tour));
  }

  private interface Work {
    int on(Cli cli);
  }

  /// Runs a command so that Ctrl+C lets it stop in good order before the process ends.
  private static int commandLine(AppFolders folders, Work work) {
    Cli cli = new Cli(services(folders), new Messages(language()), System.out, System.err);
    Thread command = Thread.currentThread();
    Thread stop =
        new Thread(() -> {
          cli.cancel();
          try {
            command.join(java.time.Duration.ofSeconds(MOST_SECONDS_TO_STOP));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Runtime.getRuntime().addShutdownHook(stop);
    int code = work.on(cli);
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
        (task, context, events) -> {
          throw new IOException("no trainer");
        },
        (task, context) -> {
          throw new IOException("no scorer");
        },
        Clock.systemUTC(),
        sampleData());
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
