package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Known;
import org.shilpi.data.Separated;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;
import org.shilpi.workflow.CutOff;
import org.shilpi.workflow.FileReading;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportOrder;
import org.shilpi.workflow.ImportReport;
import org.shilpi.workflow.ImportSummary;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.RejectedRow;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import DIR FILE... [--text COL] [--label COL] [--split train|test|none] [--format F]
/// [--encoding NAME] [--delimiter CHAR] [--[no-]quotes] [--[no-]header] [--attachments] [--again |
/// --only-new] [--rejected CSV]`: brings texts in from files and folders. `--label folder` takes
/// the name of the folder in which a file lies. `import DIR --resume` goes on with an import that
/// was cut off, `import DIR --withdraw` takes it back.
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand extends Command {
  private static final int REASONS_SHOWN = 5;
  private static final String FOLDER = "folder";

  @Parameters(index = "0", paramLabel = "DIR")
  Path folder;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE")
  List<Path> files = List.of();

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

  @Option(names = "--again")
  boolean again;

  @Option(names = "--only-new")
  boolean onlyNew;

  @Option(names = "--delimiter", paramLabel = "CHAR")
  @Nullable String delimiter;

  @Option(names = "--quotes", negatable = true)
  @Nullable Boolean quotes;

  @Option(names = "--header", negatable = true)
  @Nullable Boolean header;

  @Option(names = "--resume")
  boolean resume;

  @Option(names = "--withdraw")
  boolean withdraw;

  @Option(names = "--rejected", paramLabel = "CSV")
  @Nullable Path rejectedTo;

  ImportCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    requireSense();
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      if (!session.unfinished().isEmpty()) {
        terminal.note("cli.import.unfinished", String.join(", ", session.unfinished()));
      }
      ImportData verb = new ImportData(session, services.documents());
      if (withdraw) {
        withdraw(verb);
      }
      if (resume || !files.isEmpty()) {
        report(verb, resume ? verb.goOn(terminal) : verb.run(order(), terminal));
      }
    }
  }

  // Never two of them at once: what is withdrawn cannot go on.
  private void requireSense() {
    if ((resume && (withdraw || !files.isEmpty())) || (!resume && !withdraw && files.isEmpty())) {
      throw Problem.of("problem.import.arguments");
    }
  }

  private void withdraw(ImportData verb) {
    CutOff gone = verb.withdraw().orElseThrow(() -> Problem.of("problem.import.none"));
    if (json) {
      terminal.json(Map.of("withdrawn", gone.name()));
    } else {
      terminal.say("cli.import.withdrawn", gone.name());
    }
  }

  private void report(ImportData verb, ImportSummary summary) throws IOException {
    for (ImportSummary.Refused file : summary.refused()) {
      terminal.note(
          "cli.import.refused",
          file.name(),
          terminal.messages().of(file.why().key(), file.why().arguments().toArray()));
    }
    ImportReport total = summary.total();
    if (rejectedTo != null) {
      verb.exportRejected(rejectedTo);
    }
    if (json) {
      terminal.json(json(summary, total));
    } else {
      terminal.say(
          "cli.import.done",
          total.imported(),
          total.rejected(),
          total.duplicates(),
          total.labels().size());
      explainRejected(verb, total.rejected());
    }
  }

  private ImportOrder order() {
    boolean folderLabel = FOLDER.equals(label) && files.stream().anyMatch(Files::isDirectory);
    FileReading reading =
        new FileReading(
            Optional.ofNullable(format),
            Optional.ofNullable(encoding),
            new Separated(
                Optional.ofNullable(delimiter).map(ImportCommand::character),
                Optional.ofNullable(quotes),
                Optional.ofNullable(header)),
            Optional.ofNullable(text),
            folderLabel ? Optional.empty() : Optional.ofNullable(label),
            Map.of());
    return new ImportOrder(files, reading, folderLabel, split, known(), attachments);
  }

  private Known known() {
    if (onlyNew) {
      return Known.LEAVE_OUT;
    }
    return again ? Known.AGAIN : Known.REFUSE_FILE;
  }

  private static char character(String word) {
    if (word.equals("tab") || word.equals("\\t")) {
      return '\t';
    }
    if (word.length() != 1 || "\"\r\n".contains(word)) {
      throw Problem.of("problem.data.delimiter", word);
    }
    return word.charAt(0);
  }

  private Map<String, Object> json(ImportSummary summary, ImportReport total) {
    Map<String, Object> result = figures(total);
    List<Object> each = new ArrayList<>();
    for (ImportSummary.CameIn file : summary.files()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", file.name());
      one.putAll(figures(file.report()));
      each.add(one);
    }
    for (ImportSummary.Refused file : summary.refused()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", file.name());
      one.put("refused", file.why().key());
      each.add(one);
    }
    result.put("files", each);
    return result;
  }

  private static Map<String, Object> figures(ImportReport report) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("imported", report.imported());
    result.put("rejected", report.rejected());
    result.put("duplicates", report.duplicates());
    result.put("newLabels", report.labels());
    return result;
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
