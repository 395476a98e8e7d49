package org.shilpi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/// What all commands share: the terminal, the services, and `--json`.
abstract sealed class Command implements Callable<Integer>
    permits NewCommand,
        ImportCommand,
        TrainCommand,
        EvaluateCommand,
        PredictCommand,
        ExportCommand,
        CheckCommand,
        SplitsCommand,
        SaveTextsCommand,
        RunsCommand,
        PrivacyCommand,
        ModelsCommand.ListModels,
        ModelsCommand.ImportModel,
        ModelsCommand.CheckModel {
  @Option(names = "--json")
  boolean json;

  final Terminal terminal;
  final CommandServices services;

  Command(Terminal terminal, CommandServices services) {
    this.terminal = terminal;
    this.services = services;
  }

  @Override
  public final Integer call() throws Exception {
    execute();
    return 0;
  }

  abstract void execute() throws Exception;
}
