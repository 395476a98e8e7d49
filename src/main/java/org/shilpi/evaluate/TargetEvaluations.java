package org.shilpi.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.shilpi.data.Span;
import org.shilpi.data.Target;
import org.shilpi.project.TaskKind;

/// From predictions to a [TargetEvaluation].
public final class TargetEvaluations {
  private static final int DRAWINGS = 1_000;
  private static final long SEED = 20_260_512;

  private final List<String> labels;
  private final TaskKind task;
  private final List<Target> truth;

  private TargetEvaluations(List<String> labels, List<Target> truth) {
    this.labels = labels;
    this.truth = truth;
    this.task = truth.getFirst().task();
  }

  /// @param labels names in the order of the targets' indices
  /// @param truth what people said of each text: sets of labels, or spans
  /// @param answers what the run said of each
  /// @param baselines the same from each plain baseline, by name
  /// @param latencyMillis time for one text alone, one value a sampled text; empty if not timed
  /// @throws IllegalArgumentException if there is no text
  public static TargetEvaluation of(
      List<String> labels,
      List<Target> truth,
      List<Target> answers,
      Map<String, List<Target>> baselines,
      double[] latencyMillis) {
    if (truth.isEmpty()) {
      throw new IllegalArgumentException("there is no text to evaluate on");
    }
    return new TargetEvaluations(labels, truth).evaluate(answers, baselines, latencyMillis);
  }

  private TargetEvaluation evaluate(
      List<Target> answers, Map<String, List<Target>> baselines, double[] latencyMillis) {
    Optional<MultiLabel> sets =
        task == TaskKind.MULTILABEL
            ? Optional.of(MultiLabel.of(flags(truth), flags(answers)))
            : Optional.empty();
    List<LabelScore> perLabel = perLabel(answers);
    return new TargetEvaluation(
        task,
        truth.size(),
        exact(answers),
        score(answers),
        macro(perLabel),
        weighted(perLabel),
        perLabel,
        sets,
        baselines.entrySet().stream()
            .map(entry -> baseline(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingDouble((TargetEvaluation.Baseline b) -> b.whole().counts().f1())
                    .reversed()
                    .thenComparing(TargetEvaluation.Baseline::name))
            .toList(),
        latencyMillis.length == 0 ? Optional.empty() : Optional.of(Latency.of(latencyMillis)));
  }

  private TargetEvaluation.Baseline baseline(String name, List<Target> answers) {
    return new TargetEvaluation.Baseline(name, score(answers), macro(perLabel(answers)));
  }

  private List<LabelScore> perLabel(List<Target> answers) {
    return task == TaskKind.MULTILABEL
        ? MultiLabel.perLabel(labels, flags(truth), flags(answers))
        : SpanScores.of(labels, spans(truth), spans(answers)).perLabel();
  }

  // As scikit-learn counts sets of labels, and seqeval spans.
  private double macro(List<LabelScore> perLabel) {
    return perLabel.stream()
        .filter(s -> task == TaskKind.MULTILABEL || s.found() + s.wanted() > 0)
        .mapToDouble(LabelScore::f1)
        .average()
        .orElse(0);
  }

  private static double weighted(List<LabelScore> perLabel) {
    double sum = perLabel.stream().mapToDouble(s -> s.f1() * s.wanted()).sum();
    int wanted = perLabel.stream().mapToInt(LabelScore::wanted).sum();
    return wanted == 0 ? 0 : sum / wanted;
  }

  private int exact(List<Target> answers) {
    int exact = 0;
    for (int i = 0; i < truth.size(); i++) {
      exact += truth.get(i).equals(answers.get(i)) ? 1 : 0;
    }
    return exact;
  }

  private TargetEvaluation.Score score(List<Target> answers) {
    int n = truth.size();
    int[] right = new int[n];
    int[] found = new int[n];
    int[] wanted = new int[n];
    for (int i = 0; i < n; i++) {
      Set<Object> seen = parts(truth.get(i));
      Set<Object> said = parts(answers.get(i));
      wanted[i] = seen.size();
      found[i] = said.size();
      said.retainAll(seen);
      right[i] = said.size();
    }
    LabelScore all =
        new LabelScore(
            "",
            Arrays.stream(right).sum(),
            Arrays.stream(found).sum(),
            Arrays.stream(wanted).sum());
    // Texts without a mistake give none however they are drawn; that is no certainty.
    boolean faultless =
        all.wanted() > 0 && all.right() == all.wanted() && all.right() == all.found();
    return new TargetEvaluation.Score(
        all, faultless ? all.recallInterval() : drawn(right, found, wanted));
  }

  /// The bootstrap's percentile interval of F1 (B. Efron, “Bootstrap methods: another look at the
  /// jackknife”, Annals of Statistics 7, 1979): whole texts are drawn, since the labels of one text
  /// hang together.
  private static Interval drawn(int[] right, int[] found, int[] wanted) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] drawings = new double[DRAWINGS];
    for (int d = 0; d < DRAWINGS; d++) {
      long hits = 0;
      long sides = 0;
      for (int i = 0; i < right.length; i++) {
        int text = random.nextInt(right.length);
        hits += right[text];
        sides += found[text] + wanted[text];
      }
      drawings[d] = sides == 0 ? 0 : 2.0 * hits / sides;
    }
    Arrays.sort(drawings);
    return new Interval(drawings[DRAWINGS / 40], drawings[DRAWINGS - 1 - DRAWINGS / 40]);
  }

  private static Set<Object> parts(Target target) {
    return switch (target) {
      case Target.One(int label) -> new HashSet<>(List.of(label));
      case Target.Many(List<Integer> labels) -> new HashSet<>(labels);
      case Target.Spans(List<Span> spans) -> new HashSet<>(spans);
    };
  }

  private boolean[][] flags(List<Target> targets) {
    boolean[][] flags = new boolean[targets.size()][labels.size()];
    for (int i = 0; i < flags.length; i++) {
      for (int label : targets.get(i).labels()) {
        flags[i][label] = true;
      }
    }
    return flags;
  }

  private static List<List<Span>> spans(List<Target> targets) {
    return targets.stream()
        .map(target -> target instanceof Target.Spans(List<Span> spans) ? spans : List.<Span>of())
        .toList();
  }
}
