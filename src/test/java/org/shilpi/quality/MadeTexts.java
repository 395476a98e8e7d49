package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Texts of 100 characters on average, made of 4,000 made-up words of which some come much more
/// often than others; a share of them are earlier ones with one or two words changed.
final class MadeTexts {
  private static final int WORDS = 4_000;
  private static final String[] SYLLABLES =
      "ka re mi to sun dar el op ing ter va shi lu no pe rat or ad bi con".split(" ");

  private final SplittableRandom random;
  private final double copied;
  private final String[] words = new String[WORDS];

  /// @param copied share of the texts that are near copies, 0 to 1
  MadeTexts(long seed, double copied) {
    this.random = new SplittableRandom(seed);
    this.copied = copied;
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(1, 5); n > 0; n--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      words[i] = word.toString();
    }
  }

  List<String> take(int count) {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean copy = i > 0 && random.nextDouble() < copied;
      texts.add(copy ? changed(texts.get(random.nextInt(i))) : sentence());
    }
    return texts;
  }

  private String sentence() {
    int length = random.nextInt(60, 141);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.isEmpty() ? "" : " ").append(word());
    }
    return text.toString();
  }

  // The k-th word comes about as often as 1/k.
  private String word() {
    return words[(int) Math.pow(WORDS, random.nextDouble()) - 1];
  }

  private String changed(String text) {
    String[] parts = text.split(" ");
    for (int n = random.nextInt(1, 3); n > 0; n--) {
      parts[random.nextInt(parts.length)] = word();
    }
    return String.join(" ", parts);
  }
}
