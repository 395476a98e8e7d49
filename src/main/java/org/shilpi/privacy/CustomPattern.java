package org.shilpi.privacy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shilpi.job.Problem;

/// A pattern that a project adds to the rules.
///
/// @param name what people call it
/// @param regex in the syntax of [Pattern]
/// @param kind what it finds
public record CustomPattern(String name, String regex, Kind kind) {
  /// @throws Problem if the pattern cannot be read
  Pattern compiled() {
    try {
      return Pattern.compile(regex, Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw Problem.causedBy(e, "problem.privacy.pattern", name, e.getDescription());
    }
  }
}
