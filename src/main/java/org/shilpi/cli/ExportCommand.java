package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.deploy.ExportFormat;
import org.shilpi.job.Problem;
import org.shilpi.workflow.ExportModel;
import org.shilpi.workflow.ExportReport;
import org.shilpi.workflow.ProjectSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export DIR --format hf|torchscript|onnx --out PATH [--run ID] [--adapter]`: writes a run's
/// model as a folder for other programs.
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand extends Command {
  /// What can be asked for; adapters are a way of writing a Hugging Face folder.
  enum Format {
    HF(ExportFormat.HF),
    TORCHSCRIPT(ExportFormat.TORCHSCRIPT),
    ONNX(ExportFormat.ONNX);

    private final ExportFormat format;

    Format(ExportFormat format) {
      this.format = format;
    }
  }

  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--format", required = true, paramLabel = "FORMAT")
  Format format;

  @Option(names = "--out", required = true, paramLabel = "PATH")
  Path out;

  @Option(names = "--run", paramLabel = "ID")
  @Nullable Long run;

  @Option(names = "--adapter")
  boolean adapter;

  ExportCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    if (adapter && format != Format.HF) {
      throw Problem.of("problem.cli.adapter");
    }
    ExportFormat wanted = adapter ? ExportFormat.ADAPTER : format.format;
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      long id = RunChoice.of(session, run);
      ExportReport report =
          new ExportModel(
                  session, services.catalogue(), services.exporter(), terminal.messages()::of)
              .run(id, wanted, out, terminal);
      if (json) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", report.run());
        object.put("format", report.format().name().toLowerCase(Locale.ROOT));
        object.put("out", report.folder().toString());
        object.put("bytes", report.bytes());
        terminal.json(object);
      } else {
        terminal.say(
            "cli.export.done",
            Long.toString(report.run()),
            report.folder().toString(),
            Math.ceilDiv(report.bytes(), 1_000_000));
      }
    }
  }
}
