package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Findings from a [Survey]: suspicious labels, texts unlike all others, texts that are cut, and
/// what more labels would bring.
public final class Outlook {
  /// So many times the distance between the quartiles beyond the upper one a text is an outlier (J.
  /// Tukey's “far out”, 1977).
  private static final double FAR_OUT = 3;

  private static final int STEPS = 24;

  /// A quick model that agrees with fewer labels is a weak judge: most of what it doubts is right.
  private static final double WEAK = 0.7;

  /// Share of the labels that a weak judge may doubt, the surest first.
  private static final double WEAK_MOST = 0.05;

  private final SurveyTask task;
  private final Survey survey;
  private final long[] ids;
  private final List<String> labels;

  /// @param ids the texts' numbers in their project
  /// @param labels names
  public Outlook(SurveyTask task, Survey survey, long[] ids, List<String> labels) {
    this.task = task;
    this.survey = survey;
    this.ids = ids;
    this.labels = labels;
  }

  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(suspicious());
    findings.addAll(cut());
    findings.addAll(outliers());
    findings.addAll(enough());
    return findings;
  }

  private List<Finding> suspicious() {
    if (survey.probabilities().length == 0) {
      return List.of();
    }
    int[] rows = IntStream.range(0, ids.length).filter(task::labeled).toArray();
    float[][] probabilities =
        Arrays.stream(rows).mapToObj(row -> survey.probabilities()[row]).toArray(float[][]::new);
    int[] own = Arrays.stream(rows).map(row -> task.labels()[row]).toArray();
    double agreement = agreement(probabilities, own);
    boolean weak = agreement < WEAK;
    List<Member> members =
        Suspicion.rank(probabilities, own).stream()
            .limit(weak ? (int) Math.ceil(WEAK_MOST * own.length) : own.length)
            .map(found ->
                new Member(
                    ids[rows[found.row()]], 0, true, labels.get(found.proposal()), found.margin()))
            .toList();
    return members.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.SUSPICIOUS_LABEL,
                "",
                weak ? Severity.NOTE : Severity.WARNING,
                members.size(),
                List.of(String.format(Locale.ENGLISH, "%,d", rows.length), percent(agreement)),
                new Picture.Share(members.size(), rows.length),
                Optional.of(Mend.RELABEL),
                members));
  }

  private static double agreement(float[][] probabilities, int[] own) {
    long agreed =
        IntStream.range(0, own.length)
            .filter(row ->
                IntStream.range(0, probabilities[row].length)
                    .noneMatch(k -> probabilities[row][k] > probabilities[row][own[row]]))
            .count();
    return (double) agreed / own.length;
  }

  private List<Finding> cut() {
    int width = Math.max(1, Math.ceilDiv(survey.limit() * 4 / 3, STEPS));
    Long[] counts = new Long[STEPS];
    Arrays.fill(counts, 0L);
    for (int tokens : survey.tokens()) {
      counts[Math.min(tokens / width, STEPS - 1)]++;
    }
    List<Member> members =
        worst(row -> survey.tokens()[row], row -> survey.tokens()[row] > survey.limit());
    return members.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.CUT,
                "",
                Severity.NOTE,
                members.size(),
                List.of(Integer.toString(survey.limit())),
                new Picture.Histogram(List.of(counts), width, survey.limit()),
                Optional.empty(),
                members));
  }

  private List<Finding> outliers() {
    double[] sorted = new double[survey.distances().length];
    Arrays.setAll(sorted, row -> survey.distances()[row]);
    Arrays.sort(sorted);
    if (sorted.length < 4) {
      return List.of();
    }
    double lower = sorted[sorted.length / 4];
    double upper = sorted[sorted.length * 3 / 4];
    double most = upper + FAR_OUT * (upper - lower);
    List<Member> members =
        worst(row -> survey.distances()[row], row -> survey.distances()[row] > most);
    return members.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.OUTLIER,
                "",
                Severity.NOTE,
                members.size(),
                List.of(),
                Picture.NONE,
                Optional.of(Mend.SET_ASIDE),
                members));
  }

  private List<Member> worst(IntToDoubleFunction score, IntPredicate wanted) {
    return IntStream.range(0, ids.length)
        .filter(wanted)
        .mapToObj(row -> Member.alone(ids[row], score.applyAsDouble(row)))
        .sorted(Comparator.comparingDouble(Member::score).reversed())
        .toList();
  }

  private List<Finding> enough() {
    int known = survey.sizes().length;
    if (known < LearningCurve.FEWEST_SIZES) {
      return List.of();
    }
    LearningCurve curve =
        new LearningCurve(survey.sizes(), survey.hits(), survey.tested(), task.seed());
    List<Integer> sizes = new ArrayList<>(Arrays.stream(survey.sizes()).boxed().toList());
    int all = sizes.getLast();
    sizes.add(2 * all);
    sizes.add(4 * all);
    List<LearningCurve.Point> points = sizes.stream().map(curve::at).toList();
    LearningCurve.Point now = points.get(known - 1);
    LearningCurve.Point twice = points.get(known);
    return List.of(
        new Finding(
            Kind.ENOUGH,
            "",
            Severity.NOTE,
            2L * all,
            List.of(
                percent(now.score()),
                percent(twice.score()),
                percent(twice.low()),
                percent(twice.high())),
            new Picture.Curve(
                sizes,
                Arrays.stream(survey.hits()).mapToObj(n -> (double) n / survey.tested()).toList(),
                points.stream().map(LearningCurve.Point::score).toList(),
                points.stream().map(LearningCurve.Point::low).toList(),
                points.stream().map(LearningCurve.Point::high).toList()),
            Optional.empty(),
            List.of()));
  }

  private static String percent(double share) {
    return Long.toString(Math.round(100 * share));
  }
}
