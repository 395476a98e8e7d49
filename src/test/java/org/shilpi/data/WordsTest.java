package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void lettersAndDigitsInARowAreOneWord() {
    assertThat(words("Room 12b, e-mail\r\nme!"))
        .containsExactly("Room", "12b", ",", "e", "-", "mail", "me", "!");
  }

  @Test
  void marksBelongToWhatStandsBeforeThem() {
    assertThat(words("नई दिल्ली में")).containsExactly("नई", "दिल्ली", "में");
    assertThat(words("cafe\u0301 क्\u200dष")).containsExactly("cafe\u0301", "क्\u200dष");
  }

  @Test
  void everyCharacterIsAWordWhereSpacesDoNotSeparateThem() {
    assertThat(words("東京 カメラ")).containsExactly("東", "京", "カ", "メ", "ラ");
    assertThat(words("GPTは")).containsExactly("GPT", "は");
  }

  @Test
  void whatLooksLikeOneSignIsOneWord() {
    assertThat(words("ok👩‍👩‍👧👍🏽🇮🇳!")).containsExactly("ok", "👩‍👩‍👧", "👍🏽", "🇮🇳", "!");
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (Words.isBoundary(text, at)) {
        words.add(text.substring(from, at));
        from = at;
      }
    }
    words.removeIf(String::isBlank);
    return words;
  }
}
