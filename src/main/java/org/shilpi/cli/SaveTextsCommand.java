package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.SaveTexts;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `save-texts DIR --out FILE [--format csv]`: writes texts and labels for other programs.
@CommandLine.Command(name = "save-texts", mixinStandardHelpOptions = true)
final class SaveTextsCommand extends Command {
  private static final int SHOWN = 5;

  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  Path out;

  @Option(names = "--format", defaultValue = "csv", paramLabel = "FORMAT")
  String format;

  SaveTextsCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      SaveTexts.Report report = new SaveTexts(session).run(SaveTexts.format(format), out, terminal);
      for (SaveTexts.LeftOut text : report.some().stream().limit(SHOWN).toList()) {
        terminal.note(
            "cli.save.left-out",
            Long.toString(text.example()),
            terminal.messages().of(text.why().key(), text.why().arguments().toArray()));
      }
      if (json) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("written", report.written());
        object.put("leftOut", report.leftOut());
        object.put("out", out.toString());
        terminal.json(object);
      } else {
        terminal.say("cli.save.done", report.written(), report.leftOut(), out.toString());
      }
    }
  }
}
