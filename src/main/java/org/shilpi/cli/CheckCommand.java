package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;
import org.shilpi.workflow.CheckQuality;
import org.shilpi.workflow.FoundFinding;
import org.shilpi.workflow.FoundText;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.QualityReport;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check DIR [--deep] [--examples N]`: tells what is wrong with a project's data.
@CommandLine.Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends Command {
  private static final int LONGEST_SHOWN = 100;

  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--examples", defaultValue = "2", paramLabel = "N")
  int examples;

  @Option(names = "--deep")
  boolean deep;

  CheckCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      CheckQuality verb = new CheckQuality(session, services.catalogue());
      QualityReport report = deep ? verb.survey(services.surveyor(), terminal) : verb.run(terminal);
      if (json) {
        terminal.json(json(verb, report));
      } else {
        tell(verb, report);
      }
    }
  }

  private void tell(CheckQuality verb, QualityReport report) {
    for (FoundFinding found : report.findings()) {
      Finding finding = found.finding();
      Object[] words = finding.words(terminal.messages().locale());
      String name = "quality." + finding.kind().id();
      terminal.say(
          "cli.check.finding",
          terminal.messages().of("quality.severity." + lower(finding.severity())),
          terminal.messages().of(name + ".title", words),
          terminal.messages().of(name + ".why", words));
      for (FoundText text : verb.texts(found.id(), 0, examples)) {
        terminal.say(
            text.member().proposal().isEmpty() ? "cli.check.example" : "cli.check.proposal",
            Long.toString(text.member().example()),
            shortened(text.text()),
            String.join(", ", text.judgement().labels()),
            text.member().proposal());
      }
    }
    if (!report.clean().isEmpty()) {
      terminal.say(
          "cli.check.clean",
          report.clean().stream()
              .map(kind -> terminal.messages().of("quality." + kind.id() + ".clean"))
              .collect(Collectors.joining("; ")));
    }
    terminal.say("cli.check.done", report.texts(), report.findings().size(), report.open());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
  }

  private Map<String, Object> json(CheckQuality verb, QualityReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("texts", report.texts());
    json.put("open", report.open());
    json.put("clean", report.clean().stream().map(Kind::id).toList());
    json.put("findings", report.findings().stream().map(found -> json(verb, found)).toList());
    return json;
  }

  private Map<String, Object> json(CheckQuality verb, FoundFinding found) {
    Finding finding = found.finding();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("finding", found.id());
    json.put("kind", finding.kind().id());
    json.put("subject", finding.subject());
    json.put("severity", lower(finding.severity()));
    json.put("count", finding.count());
    json.put("arguments", finding.arguments());
    json.put("mend", finding.mend().map((Mend mend) -> lower(mend)).orElse(""));
    json.put("settled", found.settled());
    json.put("texts", found.members());
    json.put(
        "examples",
        verb.texts(found.id(), 0, examples).stream().map(text -> text.member().example()).toList());
    return json;
  }
}
