package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.privacy.Rewriting.Replacement;

/// Takes findings out of texts as the policy says.
public record Redactor(Policy policy, StandIns standIns) {
  /// @param findings that do not overlap; those of kinds that are left stay in the text
  public Rewriting redact(String text, List<Finding> findings) {
    List<Replacement> replacements = new ArrayList<>();
    for (Finding finding : findings) {
      Action action = policy.of(finding.kind());
      if (action != Action.LEAVE) {
        replacements.add(
            new Replacement(
                finding.start(), finding.end(), by(action, finding.kind(), finding.in(text))));
      }
    }
    return new Rewriting(text, replacements);
  }

  private String by(Action action, Kind kind, String value) {
    return switch (action) {
      case MASK -> mask(kind);
      case PSEUDONYM -> standIns.of(kind, value);
      case GENERALISE -> Generalising.of(kind, value).orElseGet(() -> mask(kind));
      case LEAVE -> value;
    };
  }

  private static String mask(Kind kind) {
    return "[" + kind.name() + "]";
  }
}
