package org.shilpi.ui.train;

import java.util.List;
import java.util.Optional;
import org.shilpi.evaluate.Interval;
import org.shilpi.job.Problem;
import org.shilpi.text.Messages;
import org.shilpi.train.Knobs;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent.Epoch;
import org.shilpi.ui.control.Tone;
import org.shilpi.ui.control.VerdictBanner;
import org.shilpi.ui.shell.Phrases;

/// What a run's curves mean, in one sentence, with the reason.
record Verdict(Tone tone, String sentence, String reason) {
  /// @param learning whether the run goes on right now
  static Verdict of(RunFacts run, RunHistory history, boolean learning, Messages words) {
    if (learning) {
      return going(run, history, words);
    }
    return switch (run.state()) {
      case DONE -> done(run, history, words);
      case FAILED -> failed(run, words);
      case RUNNING, INTERRUPTED, CANCELLED -> stopped(run, history, words);
    };
  }

  VerdictBanner banner() {
    return new VerdictBanner(tone, sentence, reason);
  }

  private static Verdict going(RunFacts run, RunHistory history, Messages words) {
    if (history.best().isEmpty()) {
      return new Verdict(
          Tone.ACCENT,
          words.of(run.quick() ? "window.train.going.quick" : "window.train.going.first"),
          words.of(run.quick() ? "window.train.going.quick.why" : "window.train.going.first.why"));
    }
    Epoch best = history.best().get();
    String pass = Integer.toString(best.epoch());
    if (history.memorising()) {
      int patience = Knobs.of(run.run().spec()).limits().patience();
      return new Verdict(
          Tone.WARNING,
          words.of("window.train.memorising", pass),
          words.of("window.train.memorising.why", run.keptBack(), patience, pass));
    }
    boolean newest = history.epochs().getLast().epoch() == best.epoch();
    return new Verdict(
        Tone.ACCENT,
        words.of(
            newest ? "window.train.better" : "window.train.no-gain",
            pass,
            Phrases.percent(best.accuracy())),
        evidence(run, best.accuracy(), history, words));
  }

  private static Verdict done(RunFacts run, RunHistory history, Messages words) {
    double accuracy = run.accuracy().orElse(Double.NaN);
    Interval interval = run.around(accuracy);
    Optional<Double> plain = Optional.ofNullable(history.baselines().get("tfidf"));
    String number = Long.toString(run.id());
    String reason =
        evidence(run, accuracy, history, words) + " " + words.of("window.train.done.why");
    if (plain.isEmpty() || interval.isUnknown()) {
      return new Verdict(
          Tone.ACCENT,
          words.of("window.train.done.plain", number, Phrases.percent(accuracy)),
          reason);
    }
    Interval beside = run.aroundPlain(plain.get());
    Tone tone = Tone.ACCENT;
    String key = accuracy > plain.get() ? "window.train.done.unclear" : "window.train.done.same";
    if (interval.low() > beside.high()) {
      tone = Tone.SUCCESS;
      key = "window.train.done.clearly";
    } else if (interval.high() < beside.low()) {
      tone = Tone.WARNING;
      key = "window.train.done.worse";
    }
    return new Verdict(tone, words.of(key, number, Phrases.percent(accuracy)), reason);
  }

  private static Verdict stopped(RunFacts run, RunHistory history, Messages words) {
    boolean byUser = run.state() == RunState.CANCELLED;
    String passes = Integer.toString(history.epochs().size());
    return new Verdict(
        byUser ? Tone.ACCENT : Tone.WARNING,
        words.of(
            byUser ? "window.train.stopped" : "window.train.interrupted",
            Long.toString(run.id()),
            history.epochs().size(),
            passes),
        (cause(run, words)
                + " "
                + words.of(
                    history.checkpoint() > 0
                        ? "window.train.stopped.why"
                        : "window.train.stopped.early",
                    Long.toString(history.checkpoint())))
            .strip());
  }

  private static Verdict failed(RunFacts run, Messages words) {
    return new Verdict(
        Tone.DANGER, words.of("window.train.failed", Long.toString(run.id())), cause(run, words));
  }

  private static String cause(RunFacts run, Messages words) {
    return run.run().failure().map(failure -> explain(failure, words)).orElse("");
  }

  /// @param failure as in [org.shilpi.train.Run#failure()]
  private static String explain(String failure, Messages words) {
    List<String> parts = List.of(failure.split("\\|", -1));
    return parts.getFirst().startsWith("problem.")
        ? words.explain(Problem.of(parts.getFirst(), parts.subList(1, parts.size()).toArray()))
        : words.of("window.unforeseen", failure);
  }

  /// Number, interval, n, and the plain way beside it.
  private static String evidence(
      RunFacts run, double accuracy, RunHistory history, Messages words) {
    Interval interval = run.around(accuracy);
    String own =
        interval.isUnknown()
            ? ""
            : words.of(
                run.quick() ? "window.train.evidence.quick" : "window.train.evidence",
                Shares.plain(interval.low()),
                Phrases.percent(interval.high()),
                run.checkedOn());
    return Optional.ofNullable(history.baselines().get("tfidf"))
        .map(plain ->
            (own
                    + " "
                    + words.of(
                        "window.train.evidence.plain", Phrases.percent(plain), run.keptBack()))
                .strip())
        .orElse(own);
  }
}
