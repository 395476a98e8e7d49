package org.shilpi.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.shilpi.job.CancelledException;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The command line: the same verbs as the window.
///
/// Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled.
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

  private static final int FAILED = 1;
  private static final int CANCELLED = 130;

  private final Terminal terminal;
  private final CommandServices services;

  public Cli(CommandServices services, Messages messages, PrintStream out, PrintStream err) {
    boolean interactive = System.console() != null && System.console().isTerminal();
    this.terminal = new Terminal(utf8(out), utf8(err), messages, interactive);
    this.services = services;
  }

  /// The terminal's own encoding may be ASCII; names and texts are not.
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /// Runs one command and returns its exit code.
  public int run(String... arguments) {
    CommandLine line = commandLine();
    return line.execute(arguments);
  }

  /// Takes the sample project from import to evaluation, for machines without a display.
  public int tour() {
    try {
      new SampleTour(terminal, services).run();
      return 0;
    } catch (Exception e) {
      return explain(e);
    }
  }

  /// Asks the running command to stop; it ends with exit code 130.
  public void cancel() {
    terminal.cancel();
  }

  private CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new ShilpiCommand())
            .addSubcommand(new NewCommand(terminal, services))
            .addSubcommand(new ImportCommand(terminal, services))
            .addSubcommand(new PrivacyCommand(terminal, services))
            .addSubcommand(new TrainCommand(terminal, services))
            .addSubcommand(new EvaluateCommand(terminal, services))
            .addSubcommand(new PredictCommand(terminal, services))
            .addSubcommand(new ExportCommand(terminal, services))
            .addSubcommand(new CheckCommand(terminal, services))
            .addSubcommand(new SplitsCommand(terminal, services))
            .addSubcommand(new SaveTextsCommand(terminal, services))
            .addSubcommand(ModelsCommand.with(terminal, services))
            .addSubcommand(new RunsCommand(terminal, services));
    line.setResourceBundle(
        ResourceBundle.getBundle("org.shilpi.text.messages", terminal.messages().locale()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((exception, command, parsed) -> explain(exception));
    return line;
  }

  private int explain(Exception exception) {
    switch (exception) {
      case CancelledException _ -> {
        terminal.note("cli.cancelled");
        return CANCELLED;
      }
      case Problem problem -> {
        LOG.info("refused: {}", problem.getMessage(), problem.getCause());
        terminal.note(problem.key(), problem.arguments().toArray());
      }
      default -> {
        LOG.error("a command failed", exception);
        terminal.note("cli.unexpected", String.valueOf(exception));
      }
    }
    return FAILED;
  }
}
