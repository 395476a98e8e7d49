package org.shilpi.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shilpi.project.TaskKind;

/// Deals labeled texts into training, validation and test.
///
/// A text with several labels, or with labels on its parts, stands in the line of the rarest of
/// them; one with none in a line of its own.
///
/// - What the user decided is honoured. A file's own test texts are all there are; without any, a
///   fifth of the undecided texts becomes the test.
/// - Without validation texts of the user's, an eighth of the training texts is kept back, also of
///   those that the user meant for training: some texts must pick the best pass.
/// - A text's place in its label's line follows from its content alone, so that it falls on the
///   same side in every run, also after more texts came in. Only where a label would get less than
///   half or more than one and a half of its share do the next in line change sides.
/// - Equal texts (but for case and spaces) go together; an undecided text that equals a test text
///   of the user's is left out, as learning it would spoil the score.
///
/// Every label with two different texts or more has a test text, every label with four or more a
/// validation text, and every label keeps at least one for training.
public final class Dealing {
  private static final Share TEST = new Share(0.20, 2, 0);
  private static final Share VALIDATION = new Share(0.12, 4, 1);

  /// Equal texts, which go to one side.
  private static final class Group {
    private final UUID key;
    private final String label;
    private final List<Labeled> undecided = new ArrayList<>();
    private final Set<Split> decided = new HashSet<>();
    private Split side = Split.TRAIN;

    Group(UUID key, String label) {
      this.key = key;
      this.label = label;
    }

    boolean free() {
      return decided.isEmpty();
    }

    boolean trains() {
      return side == Split.TRAIN
          && !decided.contains(Split.TEST)
          && !decided.contains(Split.VALIDATION);
    }
  }

  /// How much of a label is taken out.
  ///
  /// @param whole what is meant to be taken, 0 to 1
  /// @param least fewest texts of a label from which at least one is taken
  /// @param half which half of the content's hash orders the line
  private record Share(double whole, int least, int half) {
    /// Takes its share of one label's groups.
    ///
    /// @param of how many different texts the label has in all
    void take(List<Group> groups, int of, Split side) {
      List<Group> line =
          groups.stream()
              .sorted(Comparator.comparingDouble(this::place).thenComparing(group -> group.key))
              .toList();
      int n = line.size();
      if (n == 0) {
        return;
      }
      int low = of < least ? 0 : Math.max(1, (int) Math.floor(n * whole / 2));
      int high = of < least ? 0 : Math.max(1, (int) Math.ceil(n * whole * 3 / 2));
      long inside = line.stream().filter(group -> place(group) < whole).count();
      int count = Math.clamp(inside, low, Math.max(low, high));
      line.subList(0, Math.min(count, n - 1)).forEach(group -> group.side = side);
    }

    // 0 to 1, evenly spread
    private double place(Group group) {
      long bits =
          half == 0 ? group.key.getMostSignificantBits() : group.key.getLeastSignificantBits();
      return (bits >>> 11) * 0x1.0p-53;
    }
  }

  private Dealing() {}

  /// Deals texts with one label each.
  public static Snapshot deal(List<String> labels, List<Labeled> texts) {
    return deal(TaskKind.CLASSIFY, labels, texts);
  }

  /// @param task which kind of judgement every text has
  /// @param labels the project's labels in order; those without a text are left out
  /// @param texts ordered by number
  public static Snapshot deal(TaskKind task, List<String> labels, List<Labeled> texts) {
    Map<String, Integer> counts = counts(texts);
    Map<UUID, Group> groups = new LinkedHashMap<>();
    List<Group> groupOf = new ArrayList<>();
    Set<Split> decided = new HashSet<>();
    for (Labeled text : texts) {
      UUID key = TextKey.of(text.text());
      Group group = groups.computeIfAbsent(key, k -> new Group(k, rarest(text, counts)));
      groupOf.add(group);
      decided.add(text.split());
      if (text.split() == Split.NONE) {
        group.undecided.add(text);
      } else {
        group.decided.add(text.split());
      }
    }
    for (List<Group> ofLabel : byLabel(groups.values()).values()) {
      deal(ofLabel, decided);
    }
    return snapshot(task, labels.stream().filter(counts::containsKey).toList(), texts, groupOf);
  }

  // How many texts have each label.
  private static Map<String, Integer> counts(List<Labeled> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Labeled text : texts) {
      new HashSet<>(text.judgement().labels()).forEach(l -> counts.merge(l, 1, Integer::sum));
    }
    return counts;
  }

  private static String rarest(Labeled text, Map<String, Integer> counts) {
    return text.judgement().labels().stream()
        .min(
            Comparator.comparing((String label) -> counts.getOrDefault(label, 0))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static Map<String, List<Group>> byLabel(Iterable<Group> groups) {
    Map<String, List<Group>> byLabel = new LinkedHashMap<>();
    for (Group group : groups) {
      byLabel.computeIfAbsent(group.label, label -> new ArrayList<>()).add(group);
    }
    return byLabel;
  }

  private static void deal(List<Group> groups, Set<Split> decided) {
    if (!decided.contains(Split.TEST)) {
      List<Group> free = groups.stream().filter(Group::free).toList();
      TEST.take(free, free.size(), Split.TEST);
    }
    if (!decided.contains(Split.VALIDATION)) {
      int candidates = (int) groups.stream().filter(g -> !g.decided.contains(Split.TEST)).count();
      VALIDATION.take(groups.stream().filter(Group::trains).toList(), candidates, Split.VALIDATION);
    }
  }

  private static Snapshot snapshot(
      TaskKind task, List<String> labels, List<Labeled> texts, List<Group> groupOf) {
    Map<String, Integer> numbers = new HashMap<>();
    labels.forEach(label -> numbers.put(label, numbers.size()));
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Labeled text = texts.get(i);
      Split side = side(text, groupOf.get(i));
      if (side != Split.NONE) {
        rows.add(
            new LabeledText(text.id(), text.text(), text.judgement().target(numbers::get), side));
      }
    }
    return Snapshot.of(task, labels, rows);
  }

  // NONE: left out
  private static Split side(Labeled text, Group group) {
    if (text.split() == Split.TEST || text.split() == Split.VALIDATION) {
      return text.split();
    }
    if (text.split() == Split.TRAIN) {
      return group.side == Split.VALIDATION ? Split.VALIDATION : Split.TRAIN;
    }
    if (group.decided.contains(Split.TEST)) {
      return Split.NONE;
    }
    return group.decided.contains(Split.VALIDATION) ? Split.VALIDATION : group.side;
  }
}
