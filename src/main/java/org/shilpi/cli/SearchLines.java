package org.shilpi.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shilpi.workflow.SearchKnobs.Found;
import org.shilpi.workflow.SearchKnobs.Plan;
import org.shilpi.workflow.SearchKnobs.Told;
import org.shilpi.workflow.SearchKnobs.Tried;

/// Tells a search: what there is time for and a line for each rung climbed on standard error, the
/// trials at its end.
final class SearchLines implements Consumer<Told> {
  /// Lines of the table: who looks for more finds all in `--json`.
  private static final int MOST = 10;

  private final Terminal terminal;

  SearchLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(Told told) {
    switch (told) {
      case Tried tried -> terminal.note(key(tried), words(tried));
      case Plan plan -> tell(plan);
    }
  }

  private void tell(Plan plan) {
    if (plan.trials() < 1) {
      terminal.note(
          "cli.search.short",
          Figures.seconds(plan.training()),
          Figures.seconds(Math.max(0, plan.left())));
    } else {
      terminal.note(
          "cli.search.plan",
          Figures.seconds(plan.training()),
          Figures.seconds(plan.trial()),
          String.valueOf(plan.trials()));
    }
  }

  /// The best trials, if there is anything to compare, then the best run.
  void table(Found found) {
    if (found.trials().size() > 1) {
      terminal.say("cli.search.trials");
      best(found).stream().limit(MOST).forEach(tried -> terminal.say(key(tried), words(tried)));
    }
    terminal.say("cli.search.done", String.valueOf(found.best().id()));
  }

  private static List<Tried> best(Found found) {
    return found.trials().stream()
        .sorted(
            Comparator.<Tried>comparingInt(tried -> -tried.passes())
                .thenComparingDouble(Tried::loss))
        .toList();
  }

  private static String key(Tried tried) {
    return tried.passes() == 0 ? "cli.search.untried" : "cli.search.line";
  }

  private Object[] words(Tried tried) {
    String settings =
        new TreeMap<>(tried.settings())
            .entrySet().stream()
                .map(knob -> knob.getKey() + "=" + knob.getValue())
                .collect(Collectors.joining(" "));
    return new Object[] {
      String.valueOf(tried.run()),
      String.valueOf(tried.passes()),
      Figures.number(tried.loss()),
      Figures.percent(tried.accuracy()),
      settings.isEmpty() ? terminal.messages().of("cli.search.defaults") : settings
    };
  }

  static Map<String, Object> json(Found found) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", found.best().id());
    object.put("trials", best(found).stream().map(SearchLines::json).toList());
    return object;
  }

  private static Map<String, Object> json(Tried tried) {
    Map<String, Object> validation = new LinkedHashMap<>();
    validation.put("accuracy", JsonNumbers.orNull(tried.accuracy()));
    validation.put("loss", JsonNumbers.orNull(tried.loss()));
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("run", tried.run());
    one.put("passes", tried.passes());
    one.put("validation", validation);
    one.put("knobs", tried.settings());
    return one;
  }
}
