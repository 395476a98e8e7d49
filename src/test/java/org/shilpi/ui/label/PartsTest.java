package org.shilpi.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void aShortTextIsOnePart() {
    assertThat(Parts.of("")).containsExactly("");
    assertThat(Parts.of("two words")).containsExactly("two words");
  }

  @Test
  void wordsAreNotCut() {
    List<String> parts = Parts.of("word ".repeat(Parts.WORDS * 3));
    assertThat(parts).hasSizeBetween(3, 4).allMatch(part -> part.startsWith("word"));
  }

  @Test
  void aPartEndsWithAParagraphWhereOneEndsLate() {
    String paragraph = "word ".repeat(500).strip() + "\n\n";
    assertThat(Parts.of(paragraph.repeat(6))).hasSize(3).allMatch(part -> part.endsWith("\n\n"));
  }

  @Test
  void characterPairsAndTheirSignsStayTogether() {
    String emoji = "\uD83D\uDE00".repeat(Parts.CHARACTERS);
    assertThat(Parts.of(emoji)).noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
    String hindi = "कि".repeat(Parts.CHARACTERS);
    assertThat(Parts.of("x" + hindi)).noneMatch(part -> part.charAt(0) == 'ि');
  }

  @Property(tries = 200)
  void nothingIsLostAndNoPartIsTooLong(@ForAll("texts") String text) {
    List<String> parts = Parts.of(text);
    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts)
        .allSatisfy(part -> {
          assertThat(part.length()).isLessThanOrEqualTo(Parts.CHARACTERS);
          assertThat(part.strip().split("\\s+")).hasSizeLessThanOrEqualTo(Parts.WORDS + 1);
        });
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of("a ", "word ", "\n\n", "\n", " ", "\t", "कि", "िि", "\uD83D\uDE00", "x");
    Arbitrary<Integer> times = Arbitraries.integers().between(1, 3_000);
    return pieces
        .list()
        .ofMaxSize(6)
        .flatMap(list -> times.map(count -> String.join("", list).repeat(count)));
  }
}
