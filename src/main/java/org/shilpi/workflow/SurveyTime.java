package org.shilpi.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shilpi.quality.Item;

/// How long it would probably take to look at texts through a base model: as long as the last time,
/// or else by the weights that each token meets. Good for “about 3 min”, not for more.
final class SurveyTime {
  private static final Duration TO_START = Duration.ofSeconds(10);

  // Measured with all-MiniLM-L6-v2 on two shared cores: half of what they did undisturbed.
  private static final double WEIGHTS_A_SECOND_AND_CORE = 6e10;

  private static final double CHARACTERS_A_TOKEN = 3;
  private static final int MOST_TOKENS = 256;

  private SurveyTime() {}

  /// @param texts that would be looked at
  /// @param some of them
  /// @param parameters of the base model
  static Duration of(Optional<Surveyed> last, long texts, List<Item> some, long parameters) {
    return last.filter(one -> one.texts() > 0 && one.took().compareTo(TO_START) > 0)
        .map(one ->
            TO_START.plus(one.took().minus(TO_START).multipliedBy(texts).dividedBy(one.texts())))
        .orElseGet(() -> {
          double tokens =
              some.stream()
                  .mapToDouble(
                      item -> Math.min(MOST_TOKENS, 2 + item.text().length() / CHARACTERS_A_TOKEN))
                  .average()
                  .orElse(0);
          double cores = Math.max(1, Runtime.getRuntime().availableProcessors());
          double seconds = texts * tokens * parameters / (WEIGHTS_A_SECOND_AND_CORE * cores);
          return TO_START.plusSeconds(Math.round(seconds));
        });
  }
}
