package org.shilpi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Müller möchte 5 € zurück",
        "naïve café – “quoted and it’s done…",
        "Ваша карта",
        "Ελλάδα",
        "thanks 😀"
      })
  void whatWasReadAsWindows1252IsReadRight(String text) {
    String misread = misread(text, "windows-1252");
    assertThat(misread).isNotEqualTo(text);
    assertThat(Mojibake.mended(misread)).isEqualTo(text);
  }

  @Property(tries = 200)
  void devanagariReadAsLatin1IsReadRight(
      @ForAll @CharRange(from = 'अ', to = 'ह') @StringLength(min = 1, max = 20) String word) {
    assertThat(Mojibake.mended("a " + misread(word, "ISO-8859-1") + " b"))
        .isEqualTo("a " + word + " b");
  }

  @Test
  void damageDoneTwiceIsUndoneTwice() {
    String twice = misread(misread("Zürich", "windows-1252"), "windows-1252");

    assertThat(twice).isEqualTo("ZÃƒÂ¼rich");
    assertThat(Mojibake.mended(twice)).isEqualTo("Zürich");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "CAFÉ… bitte",
        "passé…» dit-il",
        "naïve, à la carte, Ærø, ¿qué?",
        "Größe: 5 µm ± 2 %, 20 °C",
        "हिन्दी में लिखा हुआ",
        "«Ça alors!»",
        "SÃO PAULO"
      })
  void whatIsMeantStays(String text) {
    assertThat(Mojibake.mended(text)).isEqualTo(text);
  }

  @Test
  void brokenPartsOfASoundTextAreMended() {
    assertThat(Mojibake.mended("हिन्दी and GrÃ¼ÃŸe and Größe"))
        .isEqualTo("हिन्दी and Grüße and Größe");
  }

  @Test
  void hiddenCharactersGoAndJoinersStay() {
    assertThat(Hidden.removed("a\u0000b\u200Bc\u202Ed\uFEFF\te")).isEqualTo("abcd\te");
    assertThat(Hidden.removed("क्\u200Dष")).isEqualTo("क्\u200Dष");
  }
}
