package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.format.Formats;
import org.shilpi.workflow.PredictReport;
import org.shilpi.workflow.PredictTexts;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.RejectedRow;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `predict DIR --in FILE --out FILE [--run ID] [--text COL]`: lets a run label the texts of a
/// file.
@CommandLine.Command(name = "predict", mixinStandardHelpOptions = true)
final class PredictCommand extends Command {
  private static final int REASONS_SHOWN = 5;

  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--in", required = true, paramLabel = "FILE")
  Path in;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  Path out;

  @Option(names = "--text", paramLabel = "COL")
  @Nullable String text;

  @Option(names = "--run", paramLabel = "ID")
  @Nullable Long run;

  PredictCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      long id = RunChoice.of(session, run);
      PredictReport report =
          new PredictTexts(
                  session,
                  services.catalogue(),
                  services.scorer(),
                  Formats.with(services.documents(), false))
              .run(id, in, Optional.ofNullable(text), out, terminal);
      if (json) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", id);
        object.put("predicted", report.predicted());
        object.put("rejected", report.rejected());
        object.put("out", report.file().toString());
        terminal.json(object);
      } else {
        terminal.say(
            "cli.predict.done", report.predicted(), report.rejected(), report.file().toString());
        for (RejectedRow row : report.some().stream().limit(REASONS_SHOWN).toList()) {
          terminal.say(
              "cli.predict.rejected",
              String.valueOf(row.row()),
              terminal.messages().of(row.key(), row.arguments().toArray()));
        }
      }
    }
  }
}
