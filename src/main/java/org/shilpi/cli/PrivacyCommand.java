package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.CustomPattern;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Receipt;
import org.shilpi.workflow.HidePrivate;
import org.shilpi.workflow.PrivacyGate;
import org.shilpi.workflow.PrivacySummary;
import org.shilpi.workflow.PrivateFinding;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ReviewPrivacy;
import org.shilpi.workflow.ScanPrivacy;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `privacy DIR [--action KIND=ACTION]... [--pattern NAME=REGEX]... [--no-pattern NAME]... [--allow
/// KIND=VALUE]... [--deny KIND=VALUE]... [--scan] [--list N] [--mask [--drop-originals]] [--undo]
/// [--waive REASON] [--report]`: looks for what texts give away, hides it, or takes the
/// responsibility; in this order.
@CommandLine.Command(name = "privacy", mixinStandardHelpOptions = true)
final class PrivacyCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--scan")
  boolean scan;

  @Option(names = "--list", paramLabel = "N")
  int list;

  @Option(names = "--mask")
  boolean mask;

  @Option(names = "--drop-originals")
  boolean dropOriginals;

  @Option(names = "--undo")
  boolean undo;

  @Option(names = "--waive", paramLabel = "REASON")
  @Nullable String waive;

  @Option(names = "--report")
  boolean report;

  @Option(names = "--action", paramLabel = "KIND=ACTION")
  Map<String, String> actions = new LinkedHashMap<>();

  @Option(names = "--pattern", paramLabel = "NAME=REGEX")
  Map<String, String> patterns = new LinkedHashMap<>();

  @Option(names = "--no-pattern", paramLabel = "NAME")
  List<String> removed = new ArrayList<>();

  @Option(names = "--allow", paramLabel = "KIND=VALUE")
  Map<String, String> allowed = new LinkedHashMap<>();

  @Option(names = "--deny", paramLabel = "KIND=VALUE")
  Map<String, String> denied = new LinkedHashMap<>();

  PrivacyCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  /// Whoever runs this program.
  static String user() {
    return System.getProperty("user.name", "");
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      settle(session);
      if (undo) {
        terminal.note("cli.privacy.undone", new HidePrivate(session).undo(terminal));
      }
      if (scan) {
        new ScanPrivacy(session).run(terminal);
      }
      if (list > 0) {
        list(session);
      }
      hide(session);
      PrivacyGate gate = new PrivacyGate(session);
      if (waive != null) {
        gate.waive(user(), waive);
      }
      if (json) {
        terminal.json(json(gate));
      } else {
        tell(gate.summary());
        if (report) {
          gate.receipt().ifPresent(this::tell);
          lists(new ReviewPrivacy(session));
        }
      }
    }
  }

  private void settle(ProjectSession session) throws IOException {
    ReviewPrivacy review = new ReviewPrivacy(session);
    actions.forEach((kind, action) -> review.choose(kind(kind), action(action)));
    removed.forEach(review::remove);
    patterns.forEach((name, regex) -> review.add(new CustomPattern(name, regex, Kind.CUSTOM)));
    for (Map.Entry<String, String> value : allowed.entrySet()) {
      review.say(kind(value.getKey()), value.getValue(), false);
    }
    for (Map.Entry<String, String> value : denied.entrySet()) {
      review.say(kind(value.getKey()), value.getValue(), true);
    }
  }

  private static Kind kind(String id) {
    for (Kind kind : Kind.values()) {
      if (kind.id().equals(id.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Problem.of("problem.privacy.kind", id);
  }

  private static Action action(String id) {
    for (Action action : Action.values()) {
      if (action.id().equals(id.toLowerCase(Locale.ROOT))) {
        return action;
      }
    }
    throw Problem.of("problem.privacy.action", id);
  }

  private void hide(ProjectSession session) throws IOException {
    HidePrivate verb = new HidePrivate(session);
    if (mask) {
      terminal.note("cli.privacy.hidden", verb.run(!dropOriginals, terminal));
    } else if (dropOriginals) {
      verb.dropOriginals();
    } else {
      return;
    }
    PrivacySummary summary = new PrivacyGate(session).summary();
    if (summary.hidden() > 0) {
      terminal.note("cli.privacy.beyond");
    }
    if (!summary.earlier().isEmpty()) {
      terminal.note("cli.privacy.earlier", runs(summary.earlier()));
    }
    if (summary.owed()) {
      terminal.note("cli.privacy.owed");
    }
  }

  private static String runs(List<Long> runs) {
    return runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void list(ProjectSession session) throws IOException {
    for (PrivateFinding finding :
        new ReviewPrivacy(session).page(0, list, Optional.empty(), false)) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%8d  %-10s %-16s %.2f  %s[%s]%s",
              finding.text(),
              finding.field(),
              finding.kind().id(),
              finding.confidence(),
              flat(finding.before()),
              flat(finding.value()),
              flat(finding.after())));
    }
  }

  private static String flat(String words) {
    return words.replaceAll("\\s+", " ");
  }

  private void lists(ReviewPrivacy review) throws IOException {
    for (CustomPattern pattern : review.patterns()) {
      terminal.say("cli.privacy.own.pattern", pattern.name(), pattern.regex());
    }
    for (ReviewPrivacy.Said said : review.said()) {
      terminal.say(
          said.hidden() ? "cli.privacy.own.private" : "cli.privacy.own.harmless",
          said.kind().id(),
          flat(said.value()),
          said.text().map(String::valueOf).orElse("*"));
    }
  }

  private void tell(PrivacySummary summary) {
    terminal.say("cli.privacy.head");
    for (PrivacySummary.KindCount count : summary.kinds()) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%-16s %8d %10d  %s",
              count.kind().id(),
              count.sure(),
              count.unsure(),
              count.action().id()));
    }
    terminal.say(
        switch (summary.state()) {
          case OPEN -> "cli.privacy.state.open";
          case BLOCKED -> "cli.privacy.state.blocked";
          case PASSED -> "cli.privacy.state.passed";
          case WAIVED -> "cli.privacy.state.waived";
        },
        summary.texts(),
        summary.hidden(),
        summary.open());
  }

  private void tell(Receipt receipt) {
    terminal.say(
        "cli.privacy.receipt",
        receipt.state().id(),
        receipt.at().toString(),
        String.valueOf(receipt.rules()),
        receipt.result(),
        receipt.key());
    new TreeMap<>(receipt.done())
        .forEach((what, count) -> terminal.line("  " + what + " " + count));
    new TreeMap<>(receipt.fields())
        .forEach((field, count) -> terminal.say("cli.privacy.receipt.field", field, count));
    receipt
        .waiver()
        .ifPresent(waiver ->
            terminal.say(
                "cli.privacy.waiver", waiver.who(), waiver.at().toString(), waiver.reason()));
  }

  private static Map<String, Object> json(PrivacyGate gate) throws IOException {
    PrivacySummary summary = gate.summary();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", summary.state().id());
    json.put("texts", summary.texts());
    json.put("looked", summary.looked());
    json.put("hidden", summary.hidden());
    json.put("originals", summary.originals());
    json.put("earlierRuns", summary.earlier());
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (PrivacySummary.KindCount count : summary.kinds()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sure", count.sure());
      one.put("unsure", count.unsure());
      one.put("action", count.action().id());
      kinds.put(count.kind().id(), one);
    }
    json.put("found", kinds);
    gate.receipt().ifPresent(receipt -> json.put("receipt", receipt));
    return json;
  }
}
