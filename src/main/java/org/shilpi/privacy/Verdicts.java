package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/// What people said about values that were found: in one text, or everywhere. What is said of one
/// text goes before.
public final class Verdicts {
  /// @param mark see [SecretKeys#mark]
  /// @param hidden whether the value is private
  public record Verdict(Optional<Long> exampleId, Kind kind, long mark, boolean hidden) {}

  private record Place(long exampleId, Kind kind, long mark) {}

  private static final long EVERYWHERE = 0;

  private final SecretKey key;
  private final Map<Place, Boolean> said = new HashMap<>();

  public Verdicts(SecretKey key, List<Verdict> verdicts) {
    this.key = key;
    for (Verdict verdict : verdicts) {
      said.put(
          new Place(verdict.exampleId().orElse(EVERYWHERE), verdict.kind(), verdict.mark()),
          verdict.hidden());
    }
  }

  /// The findings of a text without what is no secret, and sure of what is one.
  public List<Finding> apply(long exampleId, String text, List<Finding> found) {
    if (said.isEmpty()) {
      return found;
    }
    List<Finding> left = new ArrayList<>();
    for (Finding finding : found) {
      long mark = SecretKeys.mark(key, finding.kind(), finding.in(text));
      Boolean hidden = said.get(new Place(exampleId, finding.kind(), mark));
      if (hidden == null) {
        hidden = said.get(new Place(EVERYWHERE, finding.kind(), mark));
      }
      if (hidden == null) {
        left.add(finding);
      } else if (hidden) {
        left.add(new Finding(finding.start(), finding.end(), finding.kind(), 1));
      }
    }
    return left;
  }
}
