package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GramsTest {
  @Test
  void wordsComeAloneAndInPairs() {
    assertThat(words("My card's  lost!"))
        .containsExactlyInAnyOrder("my", "card", "s", "lost", "my card", "card s", "s lost");
  }

  @Test
  void hindiWordsStayWholeWithTheirSigns() {
    assertThat(words("क्या कार्ड मिलेगा?"))
        .containsExactlyInAnyOrder("क्या", "कार्ड", "मिलेगा", "क्या कार्ड", "कार्ड मिलेगा");
  }

  @Test
  void aJoinerDoesNotCutAWord() {
    assertThat(words("क्\u200dष")).containsExactly("क्\u200dष");
  }

  @Test
  void piecesStayWithinBlanksAndKeepPunctuation() {
    assertThat(pieces("ab £"))
        .containsExactlyInAnyOrder(" a", "ab", "b ", " ab", "ab ", " ab ", " £", "£ ", " £ ");
  }

  @Test
  void aShortRunIsTakenOnceWhole() {
    assertThat(pieces("abc"))
        .containsExactlyInAnyOrder(
            " a", "ab", "bc", "c ", " ab", "abc", "bc ", " abc", "abc ", " abc ");
  }

  @Test
  void wideFormsAndCapitalsCountAsTheSame() {
    assertThat(words("ＡＢＣ")).isEqualTo(words("abc"));
  }

  @Test
  void charactersOutsideTheFirstPlaneAreNotHalved() {
    assertThat(pieces("😀")).containsExactlyInAnyOrder(" 😀", "😀 ", " 😀 ");
  }

  private static List<String> words(String text) {
    var found = new ArrayList<String>();
    Grams.cut(
        text, (points, from, to) -> found.add(new String(points, from, to - from)), ignored());
    return found;
  }

  private static List<String> pieces(String text) {
    var found = new ArrayList<String>();
    Grams.cut(
        text, ignored(), (points, from, to) -> found.add(new String(points, from, to - from)));
    return found;
  }

  private static Grams.Sink ignored() {
    return (points, from, to) -> {};
  }
}
