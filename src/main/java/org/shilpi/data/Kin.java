package org.shilpi.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Texts that go to one side together: equal ones, those of one group, and whatever else must not
/// be torn.
final class Kin {
  /// The smallest of the texts' keys: orders the line, so that the side follows from the content.
  final UUID key;

  /// In whose line the texts stand: the rarest of their labels, an empty string where they have
  /// none.
  final String label;

  /// How many different texts.
  final int weight;

  /// Parts that the user decided for some of the texts.
  final Set<Split> decided;

  /// When the newest of the texts was written, an empty string where that is not known.
  final String written;

  Split side = Split.TRAIN;

  private Kin(UUID key, String label, int weight, Set<Split> decided, String written) {
    this.key = key;
    this.label = label;
    this.weight = weight;
    this.decided = decided;
    this.written = written;
  }

  /// Joins the texts into families.
  ///
  /// @param together see [Dealing#deal]
  /// @return the family of each text
  static List<Kin> of(List<Labeled> texts, int[] together) {
    int[] first = IntStream.range(0, texts.size()).toArray();
    Map<Object, Integer> seen = new HashMap<>();
    UUID[] keys = new UUID[texts.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = TextKey.of(texts.get(i).text());
      join(first, i, seen.computeIfAbsent(keys[i], same(i)));
      String group = texts.get(i).group();
      if (!group.isEmpty()) {
        join(first, i, seen.computeIfAbsent(group, same(i)));
      }
    }
    Map<String, Integer> counts = counts(texts);
    Set<Integer> tooBig = tooBig(texts, together);
    for (int i = 0; i < keys.length; i++) {
      if (!tooBig.contains(root(together, i))) {
        join(first, i, together[i]);
      }
    }
    Map<Integer, Gathering> families = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      families.computeIfAbsent(root(first, i), root -> new Gathering()).add(texts.get(i), keys[i]);
    }
    Map<Integer, Kin> kin = new HashMap<>();
    families.forEach((root, gathering) -> kin.put(root, gathering.kin(counts)));
    return IntStream.range(0, keys.length).mapToObj(i -> kin.get(root(first, i))).toList();
  }

  /// Near copies that make up more than half of a label: filled in forms rather than copies. Kept
  /// together, they would leave the label without a test.
  private static Set<Integer> tooBig(List<Labeled> texts, int[] together) {
    Map<String, Set<String>> ofLabel = new HashMap<>();
    Map<Integer, Map<String, Set<String>>> ofFamily = new HashMap<>();
    for (int i = 0; i < together.length; i++) {
      Map<String, Set<String>> family =
          ofFamily.computeIfAbsent(root(together, i), root -> new HashMap<>());
      for (String label : texts.get(i).judgement().labels()) {
        String text = texts.get(i).text();
        ofLabel.computeIfAbsent(label, none -> new HashSet<>()).add(text);
        family.computeIfAbsent(label, none -> new HashSet<>()).add(text);
      }
    }
    Set<Integer> tooBig = new HashSet<>();
    ofFamily.forEach((root, labels) ->
        labels.forEach((label, some) -> {
          if (2 * some.size() > ofLabel.getOrDefault(label, some).size()) {
            tooBig.add(root);
          }
        }));
    return tooBig;
  }

  private static <K> Function<K, Integer> same(int i) {
    return key -> i;
  }

  private static void join(int[] first, int one, int other) {
    int a = root(first, one);
    int b = root(first, other);
    first[Math.max(a, b)] = Math.min(a, b);
    first[one] = Math.min(a, b);
  }

  private static int root(int[] first, int at) {
    int root = at;
    while (first[root] != root) {
      root = first[root];
    }
    return root;
  }

  /// How many texts have each label.
  static Map<String, Integer> counts(List<Labeled> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Labeled text : texts) {
      new HashSet<>(text.judgement().labels()).forEach(l -> counts.merge(l, 1, Integer::sum));
    }
    return counts;
  }

  private static final class Gathering {
    private final Set<UUID> keys = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<Split> decided = new HashSet<>();
    private @Nullable UUID smallest;
    private String newest = "";

    void add(Labeled text, UUID key) {
      keys.add(key);
      labels.addAll(text.judgement().labels());
      if (text.split() != Split.NONE) {
        decided.add(text.split());
      }
      smallest = smallest == null || key.compareTo(smallest) < 0 ? key : smallest;
      newest = text.written().compareTo(newest) > 0 ? text.written() : newest;
    }

    Kin kin(Map<String, Integer> counts) {
      return new Kin(
          Objects.requireNonNull(smallest), rarest(labels, counts), keys.size(), decided, newest);
    }

    private static String rarest(Collection<String> labels, Map<String, Integer> counts) {
      return labels.stream()
          .min(
              Comparator.comparing((String label) -> counts.getOrDefault(label, 0))
                  .thenComparing(Comparator.naturalOrder()))
          .orElse("");
    }
  }

  /// Whether nobody decided anything.
  boolean free() {
    return decided.isEmpty();
  }

  boolean trains() {
    return side == Split.TRAIN
        && !decided.contains(Split.TEST)
        && !decided.contains(Split.VALIDATION);
  }
}
