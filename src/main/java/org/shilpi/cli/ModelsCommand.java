package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.basemodel.BaseModel;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `models list|import PATH|check PATH`: the base models on this machine; a path is a Hugging Face
/// folder or a zip file of one.
@CommandLine.Command(name = "models", mixinStandardHelpOptions = true)
final class ModelsCommand {
  private ModelsCommand() {}

  static CommandLine with(Terminal terminal, CommandServices services) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand(new ListModels(terminal, services))
        .addSubcommand(new ImportModel(terminal, services))
        .addSubcommand(new CheckModel(terminal, services));
  }

  @CommandLine.Command(name = "list", mixinStandardHelpOptions = true)
  static final class ListModels extends Command {
    ListModels(Terminal terminal, CommandServices services) {
      super(terminal, services);
    }

    @Override
    void execute() throws Exception {
      var models = services.catalogue().list();
      if (json) {
        terminal.json(Map.of("models", models.stream().map(ModelsCommand::json).toList()));
      } else {
        models.forEach(model -> tell(terminal, model));
      }
    }
  }

  @CommandLine.Command(name = "import", mixinStandardHelpOptions = true)
  static final class ImportModel extends Command {
    @Parameters(paramLabel = "PATH")
    Path path;

    ImportModel(Terminal terminal, CommandServices services) {
      super(terminal, services);
    }

    @Override
    void execute() throws Exception {
      show(this, services.catalogue().importFrom(path, terminal));
    }
  }

  @CommandLine.Command(name = "check", mixinStandardHelpOptions = true)
  static final class CheckModel extends Command {
    @Parameters(paramLabel = "PATH")
    Path path;

    CheckModel(Terminal terminal, CommandServices services) {
      super(terminal, services);
    }

    @Override
    void execute() throws Exception {
      show(this, services.catalogue().check(path));
    }
  }

  private static void show(Command command, BaseModel model) {
    if (command.json) {
      command.terminal.json(json(model));
    } else {
      tell(command.terminal, model);
    }
  }

  private static void tell(Terminal terminal, BaseModel model) {
    terminal.say(
        "cli.models.line",
        model.id(),
        model.name(),
        model.family(),
        Figures.seconds(model.parameters() / 1e6),
        model.licence(),
        model.sha256());
  }

  private static Map<String, Object> json(BaseModel model) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", model.id());
    one.put("name", model.name());
    one.put("family", model.family());
    one.put("parameters", model.parameters());
    one.put("bytes", model.bytes());
    one.put("maxPositions", model.maxPositions());
    one.put("languages", model.languages());
    one.put("licence", model.licence());
    one.put("basedOn", model.facts().basedOn());
    one.put("task", model.facts().task());
    one.put("datasets", model.facts().datasets());
    one.put("sha256", model.sha256());
    one.put("originals", model.originals());
    one.put("origin", model.origin());
    one.put("builtIn", model.builtIn());
    return one;
  }
}
