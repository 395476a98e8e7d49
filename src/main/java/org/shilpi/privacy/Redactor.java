package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shilpi.data.Origin;
import org.shilpi.privacy.Rewriting.Replacement;

/// Takes findings out of texts as the policy says.
public record Redactor(Policy policy, StandIns standIns) {
  /// What texts are told apart or kept together by.
  private static final Set<String> KEYS = Set.of(Origin.GROUP, Origin.ID);

  /// @param findings that do not overlap; those of kinds that are left stay in the text
  public Rewriting redact(String text, List<Finding> findings) {
    return redact("", text, findings);
  }

  /// The same in a field of where a text comes from. Equal values stay equal, and those that name a
  /// group or a text stay different, so that splits are what they were.
  ///
  /// @param field its name, empty for the text itself
  public Rewriting redact(String field, String value, List<Finding> findings) {
    List<Replacement> replacements = new ArrayList<>();
    for (Finding finding : findings) {
      Action action = policy.of(finding.kind());
      if (action != Action.LEAVE) {
        String hidden = finding.in(value);
        boolean apart =
            KEYS.contains(field) || field.equals(Origin.SENDER) && action != Action.PSEUDONYM;
        replacements.add(
            new Replacement(
                finding.start(),
                finding.end(),
                apart ? standIns.tag(finding.kind(), hidden) : by(action, finding.kind(), hidden)));
      }
    }
    return new Rewriting(value, replacements);
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
