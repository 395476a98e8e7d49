package org.shilpi.workflow;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.OriginRules;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.Verdicts;
import org.shilpi.store.RedactedStore.Unread;

/// What gives something away of one example: its text, and the fields of where it comes from.
final class PrivateParts {
  /// The text itself.
  static final String TEXT = "";

  /// @param field of the origin, or [#TEXT]
  /// @param findings never empty
  record Part(String field, String value, List<Finding> findings) {}

  private PrivateParts() {}

  /// Parts with findings that nobody dismissed, the text first.
  static List<Part> of(Unread text, Rules rules, Verdicts verdicts) {
    List<Part> parts = new ArrayList<>();
    add(parts, text, TEXT, rules.find(text.text()), verdicts);
    new OriginRules(rules)
        .find(text.origin())
        .forEach((field, found) -> add(parts, text, field, found, verdicts));
    return parts;
  }

  private static void add(
      List<Part> parts, Unread text, String field, List<Finding> found, Verdicts verdicts) {
    String value = value(text, field);
    List<Finding> left = verdicts.apply(text.id(), value, found);
    if (!left.isEmpty()) {
      parts.add(new Part(field, value, left));
    }
  }

  /// What stands in a field, empty where there is none.
  static String value(Unread text, String field) {
    return field.equals(TEXT) ? text.text() : text.origin().field(field).orElse("");
  }
}
