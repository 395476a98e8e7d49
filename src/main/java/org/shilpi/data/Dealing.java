package org.shilpi.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shilpi.project.TaskKind;

/// Deals labeled texts into training, validation and test.
///
/// - What the user decided is honoured. A file's own test texts are all there are; without any, a
///   fifth of the undecided texts becomes the test.
/// - Without validation texts of the user's, an eighth of the training texts is kept back, also of
///   those that the user meant for training: some texts must pick the best pass.
/// - Texts of one group (a mail thread), equal ones and near copies go together, but for near
///   copies that make up more than half of a label; an undecided text that belongs with a test text
///   of the user's is left out, as learning it would spoil the score.
/// - By label, a text's place in its label's line follows from its content alone, so that it falls
///   on the same side in every run, also after more texts came in. Only where a label would get
///   less than half or more than one and a half of its share do the next in line change sides. A
///   text with several labels, or with labels on its parts, stands in the line of the rarest of
///   them; one with none in a line of its own.
/// - By time, what was written last becomes the test, what was written before that the validation:
///   as a model will be used. Texts without a date are learned from.
///
/// By label, every label with two different texts or more that need not stay together has a test
/// text, every label with four or more a validation text, and every label keeps at least one for
/// training.
public final class Dealing {
  /// What decides about texts that nobody decided about.
  public enum By {
    LABEL,
    TIME
  }

  private static final Share TEST = new Share(0.20, 2, 0, Split.TEST);
  private static final Share VALIDATION = new Share(0.12, 4, 1, Split.VALIDATION);

  private Dealing() {}

  /// Deals texts with one label each.
  public static Snapshot deal(List<String> labels, List<Labeled> texts) {
    int[] alone = IntStream.range(0, texts.size()).toArray();
    return deal(TaskKind.CLASSIFY, labels, texts, alone, By.LABEL);
  }

  /// @param task which kind of judgement every text has
  /// @param labels the project's labels in order; those without a text are left out
  /// @param texts ordered by number
  /// @param together for each text the place of an earlier one that it is a near copy of, or its
  ///   own; equal texts and those of one group are joined in any case
  public static Snapshot deal(
      TaskKind task, List<String> labels, List<Labeled> texts, int[] together, By by) {
    List<Kin> kinOf = Kin.of(texts, together);
    List<Kin> kin = List.copyOf(new LinkedHashSet<>(kinOf));
    Set<Split> decided = texts.stream().map(Labeled::split).collect(Collectors.toSet());
    if (by == By.TIME) {
      dealNewest(kin, decided);
    } else {
      byLabel(kin).values().forEach(line -> deal(line, decided));
    }
    return snapshot(task, labels, texts, kinOf);
  }

  private static Map<String, List<Kin>> byLabel(List<Kin> kin) {
    Map<String, List<Kin>> byLabel = new LinkedHashMap<>();
    kin.forEach(one -> byLabel.computeIfAbsent(one.label, label -> new ArrayList<>()).add(one));
    return byLabel;
  }

  private static void deal(List<Kin> kin, Set<Split> decided) {
    if (!decided.contains(Split.TEST)) {
      List<Kin> free = kin.stream().filter(Kin::free).toList();
      TEST.take(free, Share.weight(free));
    }
    if (!decided.contains(Split.VALIDATION)) {
      List<Kin> others = kin.stream().filter(k -> !k.decided.contains(Split.TEST)).toList();
      VALIDATION.take(kin.stream().filter(Kin::trains).toList(), Share.weight(others));
    }
  }

  private static void dealNewest(List<Kin> kin, Set<Split> decided) {
    if (!decided.contains(Split.TEST)) {
      TEST.takeNewest(kin.stream().filter(Kin::free).toList());
    }
    if (!decided.contains(Split.VALIDATION)) {
      VALIDATION.takeNewest(kin.stream().filter(Kin::trains).toList());
    }
  }

  private static Snapshot snapshot(
      TaskKind task, List<String> labels, List<Labeled> texts, List<Kin> kinOf) {
    Map<String, Integer> counts = Kin.counts(texts);
    List<String> used = labels.stream().filter(counts::containsKey).toList();
    Map<String, Integer> numbers = new HashMap<>();
    used.forEach(label -> numbers.put(label, numbers.size()));
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Labeled text = texts.get(i);
      Split side = side(text, kinOf.get(i));
      if (side != Split.NONE) {
        rows.add(
            new LabeledText(text.id(), text.text(), text.judgement().target(numbers::get), side));
      }
    }
    return Snapshot.of(task, used, rows);
  }

  // NONE: left out
  private static Split side(Labeled text, Kin kin) {
    if (text.split() == Split.TEST || text.split() == Split.VALIDATION) {
      return text.split();
    }
    if (text.split() == Split.TRAIN) {
      return kin.side == Split.VALIDATION ? Split.VALIDATION : Split.TRAIN;
    }
    if (kin.decided.contains(Split.TEST)) {
      return Split.NONE;
    }
    return kin.decided.contains(Split.VALIDATION) ? Split.VALIDATION : kin.side;
  }
}
