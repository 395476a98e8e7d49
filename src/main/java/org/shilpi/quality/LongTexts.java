package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Texts of which the base model reads the beginning only. Counted by words, which is a guess: a
/// word is one to three tokens, and only the model's own tokenizer knows how many. So a text counts
/// from the length at which it surely loses something: as many words as the model reads tokens.
final class LongTexts implements Check {
  private static final int STEPS = 24;

  private final int limit;
  private final int width;
  private final long[] counts = new long[STEPS];
  private final List<Member> members = new ArrayList<>();

  /// @param limit most tokens that the model reads of a text
  LongTexts(int limit) {
    this.limit = limit;
    this.width = Math.max(1, Math.ceilDiv(limit * 4 / 3, STEPS));
  }

  @Override
  public void see(int row, Item item) {
    int words = words(item.text());
    counts[Math.min(words / width, STEPS - 1)]++;
    if (words > limit) {
      members.add(Member.alone(item.id(), words));
    }
  }

  /// Runs of anything but spaces, and each Chinese or Japanese character by itself.
  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      boolean letter = !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint);
      words += letter && (!inside || Character.isIdeographic(codePoint)) ? 1 : 0;
      inside = letter;
      i += Character.charCount(codePoint);
    }
    return words;
  }

  @Override
  public List<Finding> findings() {
    if (members.isEmpty()) {
      return List.of();
    }
    members.sort(Comparator.comparingDouble(Member::score).reversed());
    return List.of(
        new Finding(
            Kind.LONG,
            "",
            Severity.NOTE,
            members.size(),
            List.of(Integer.toString(limit)),
            new Picture.Histogram(LongStream.of(counts).boxed().toList(), width, limit),
            Optional.empty(),
            members));
  }
}
