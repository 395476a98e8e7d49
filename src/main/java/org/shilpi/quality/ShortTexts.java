package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts with fewer than [#FEWEST] letters or digits: hardly anything to learn from.
final class ShortTexts implements Check {
  static final int FEWEST = 4;

  private final List<Member> members = new ArrayList<>();

  @Override
  public void see(int row, Item item) {
    String text = item.text();
    int letters = 0;
    for (int i = 0; i < text.length() && letters < FEWEST; ) {
      int codePoint = text.codePointAt(i);
      letters += Character.isLetterOrDigit(codePoint) ? weight(codePoint) : 0;
      i += Character.charCount(codePoint);
    }
    if (letters < FEWEST) {
      members.add(Member.alone(item.id(), FEWEST - letters));
    }
  }

  // One such character is a syllable or a word.
  private static int weight(int codePoint) {
    return Character.isIdeographic(codePoint) ? 2 : 1;
  }

  @Override
  public List<Finding> findings() {
    return members.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.SHORT,
                "",
                Severity.NOTE,
                members.size(),
                List.of(Integer.toString(FEWEST)),
                Picture.NONE,
                Optional.of(Mend.SET_ASIDE),
                members));
  }
}
