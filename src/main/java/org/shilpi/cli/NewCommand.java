package org.shilpi.cli;

import java.nio.file.Path;
import java.util.Map;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.project.TaskKind;
import org.shilpi.workflow.ProjectSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `new DIR --task classify [--base MODEL]`: makes a project.
@CommandLine.Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--task", required = true, paramLabel = "TASK")
  TaskKind task;

  @Option(names = "--base", defaultValue = Catalogue.BUILT_IN, paramLabel = "MODEL")
  String base;

  NewCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    String model = services.catalogue().get(base).id();
    try (ProjectSession session = ProjectSession.create(folder, task, model, services.clock())) {
      if (json) {
        terminal.json(
            Map.of("project", session.folder().toString(), "task", task.id(), "base", model));
      } else {
        terminal.say("cli.new.done", session.folder(), model);
      }
    }
  }
}
