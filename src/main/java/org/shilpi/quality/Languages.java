package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Texts in languages that the base model was not made for.
final class Languages implements Check {
  /// From this share of all texts on it is more than a note.
  private static final double MANY = 0.1;

  private static final String ANY = "multilingual";

  private final List<String> known;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, List<Member>> strange = new TreeMap<>();
  private long texts;

  /// @param known language codes of the base model; nothing is found where they are not told
  Languages(List<String> known) {
    this.known = known;
  }

  @Override
  public void see(int row, Item item) {
    if (known.isEmpty() || known.contains(ANY)) {
      return;
    }
    texts++;
    Language.of(item.text())
        .ifPresent(language -> {
          counts.merge(language, 1L, Long::sum);
          if (!known.contains(language)) {
            strange
                .computeIfAbsent(language, none -> new ArrayList<>())
                .add(Member.alone(item.id()));
          }
        });
  }

  @Override
  public List<Finding> findings() {
    Map<String, Long> bars = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> bars.put(entry.getKey(), entry.getValue()));
    return strange.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, List<Member>> entry) -> -entry.getValue().size()))
        .map(entry ->
            new Finding(
                Kind.LANGUAGE,
                entry.getKey(),
                entry.getValue().size() > MANY * texts ? Severity.WARNING : Severity.NOTE,
                entry.getValue().size(),
                List.of(entry.getKey(), String.join(", ", known)),
                new Picture.Bars(bars),
                Optional.of(Mend.SET_ASIDE),
                entry.getValue()))
        .toList();
  }
}
