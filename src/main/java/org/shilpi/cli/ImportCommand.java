package org.shilpi.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Split;
import org.shilpi.data.format.Formats;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportReport;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.RejectedRow;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import DIR FILE... [--text COL] [--label COL] [--split train|test|none] [--format F]
/// [--attachments]`: brings texts in.
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand extends Command {
  private static final int REASONS_SHOWN = 5;

  @Parameters(index = "0", paramLabel = "DIR")
  Path folder;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
  List<Path> files;

  @Option(names = "--text", paramLabel = "COL")
  @Nullable String text;

  @Option(names = "--label", paramLabel = "COL")
  @Nullable String label;

  @Option(names = "--split", defaultValue = "none", paramLabel = "PART")
  Split split;

  @Option(names = "--format", paramLabel = "F")
  @Nullable String format;

  @Option(names = "--encoding", paramLabel = "NAME")
  @Nullable String encoding;

  @Option(names = "--attachments")
  boolean attachments;

  ImportCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      ImportData verb = new ImportData(session, Formats.with(services.documents(), attachments));
      long imported = 0;
      long rejected = 0;
      long duplicates = 0;
      List<String> labels = new ArrayList<>();
      for (Path file : files) {
        ImportReport report = verb.run(request(file), terminal);
        imported += report.imported();
        rejected += report.rejected();
        duplicates += report.duplicates();
        labels.addAll(report.labels());
      }
      if (json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("imported", imported);
        result.put("rejected", rejected);
        result.put("duplicates", duplicates);
        result.put("newLabels", labels);
        terminal.json(result);
      } else {
        terminal.say("cli.import.done", imported, rejected, duplicates, labels.size());
        explainRejected(verb, rejected);
      }
    }
  }

  private ImportRequest request(Path file) {
    return new ImportRequest(
        file,
        Optional.ofNullable(format),
        Optional.ofNullable(encoding),
        Optional.ofNullable(text),
        Optional.ofNullable(label),
        split);
  }

  private void explainRejected(ImportData verb, long rejected) {
    if (rejected == 0) {
      return;
    }
    for (RejectedRow row : verb.rejected((int) Math.min(rejected, REASONS_SHOWN))) {
      terminal.say(
          "cli.import.rejected",
          row.source(),
          String.valueOf(row.row()),
          terminal.messages().of(row.key(), row.arguments().toArray()));
    }
  }
}
