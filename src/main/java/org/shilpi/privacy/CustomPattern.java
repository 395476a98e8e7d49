package org.shilpi.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.shilpi.job.Problem;

/// A pattern that a project adds to the rules.
///
/// @param name what people call it
/// @param regex in the syntax of [Pattern]
/// @param kind what it finds
public record CustomPattern(String name, String regex, Kind kind) {
  /// Texts that careless patterns take for ever on.
  private static final List<String> TRIALS =
      Stream.of("a", "aA1", "1", " ", "a ", "a@", "1-", ".", "é", "अ")
          .map(piece -> piece.repeat(2_000 / piece.length()) + "\u0001")
          .toList();

  /// Tries the pattern before it is used on a project's texts. What takes for ever on a text of
  /// theirs all the same stops the scan, which then names it.
  ///
  /// @throws Problem if it has no name, cannot be read, takes for ever, or fits an empty text and
  ///   so finds nothing
  public void requireUsable() {
    if (name.isBlank()) {
      throw Problem.of("problem.privacy.pattern-name");
    }
    Pattern pattern = compiled();
    if (pattern.matcher("").matches()) {
      throw Problem.of("problem.privacy.pattern-empty", name);
    }
    CustomFinder finder = new CustomFinder(this);
    TRIALS.forEach(trial -> finder.find(new Passage(trial), found -> {}));
  }

  /// @throws Problem if the pattern cannot be read
  Pattern compiled() {
    try {
      return Pattern.compile(regex, Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw Problem.causedBy(e, "problem.privacy.pattern", name, e.getDescription());
    }
  }
}
