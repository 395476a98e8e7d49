package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.job.Problem;

/// What a project's own pattern finds, as long as it does not take for ever.
final class CustomFinder implements Finder {
  private final CustomPattern custom;
  private final Pattern pattern;

  /// @throws Problem if the pattern cannot be read
  CustomFinder(CustomPattern custom) {
    this.custom = custom;
    this.pattern = custom.compiled();
  }

  /// @throws Problem if the pattern takes too long
  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    Matcher matcher = pattern.matcher(new PatientText(passage.text()));
    try {
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          found.accept(new Finding(matcher.start(), matcher.end(), custom.kind(), 0.95));
        }
      }
    } catch (PatientText.Impatience | StackOverflowError e) {
      throw Problem.causedBy(e, "problem.privacy.pattern-slow", custom.name());
    }
  }
}
