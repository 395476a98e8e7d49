package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Dealing;
import org.shilpi.data.Split;
import org.shilpi.evaluate.TestSize;
import org.shilpi.workflow.DealTexts;
import org.shilpi.workflow.ProjectSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `splits DIR [--by label|time]`: tells how the labeled texts are dealt into training, validation
/// and test, and changes the rule.
@CommandLine.Command(name = "splits", mixinStandardHelpOptions = true)
final class SplitsCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--by", paramLabel = "RULE")
  Dealing.@Nullable By by;

  SplitsCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      DealTexts verb = new DealTexts(session);
      if (by != null) {
        verb.choose(by);
      }
      DealTexts.Parts parts = verb.run(terminal);
      if (json) {
        terminal.json(json(parts));
      } else {
        tell(parts);
      }
    }
  }

  private void tell(DealTexts.Parts parts) {
    terminal.say(
        parts.by() == Dealing.By.TIME ? "cli.splits.time" : "cli.splits.label",
        count(parts.parts(), Split.TRAIN),
        count(parts.parts(), Split.VALIDATION),
        count(parts.parts(), Split.TEST));
    if (parts.torn() > 0) {
      terminal.say("cli.splits.torn", parts.torn());
    }
    if (parts.leftOut() > 0) {
      terminal.say("cli.splits.left-out", parts.leftOut());
    }
    parts
        .labels()
        .forEach((label, of) ->
            terminal.line(
                String.format(
                    "%10d %10d %10d  %s",
                    count(of, Split.TRAIN),
                    count(of, Split.VALIDATION),
                    count(of, Split.TEST),
                    label)));
    TestSize size = parts.size();
    if (!size.isEnough()) {
      terminal.say("cli.splits.small", size.texts(), Figures.percent(size.reach()), size.enough());
    }
  }

  private static int count(Map<Split, Integer> parts, Split part) {
    return parts.getOrDefault(part, 0);
  }

  private static Map<String, Object> json(DealTexts.Parts parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", parts.by().name().toLowerCase(Locale.ROOT));
    json.put("fingerprint", parts.fingerprint());
    json.put("parts", json(parts.parts()));
    json.put("torn", parts.torn());
    json.put("leftOut", parts.leftOut());
    Map<String, Object> labels = new LinkedHashMap<>();
    parts.labels().forEach((label, of) -> labels.put(label, json(of)));
    json.put("labels", labels);
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("texts", parts.size().texts());
    size.put("reach", parts.size().reach());
    size.put("enough", parts.size().enough());
    json.put("testSize", size);
    return json;
  }

  private static Map<String, Object> json(Map<Split, Integer> parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Split part : new Split[] {Split.TRAIN, Split.VALIDATION, Split.TEST}) {
      json.put(part.id(), count(parts, part));
    }
    return json;
  }
}
