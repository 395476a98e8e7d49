package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextKeyTest {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /// The definition, in its shortest words: snapshots and projects hold such keys for ever.
  private static UUID defined(String text) {
    String alike =
        SPACES
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    ByteBuffer hash =
        ByteBuffer.wrap(TextKey.sha256().digest(alike.getBytes(StandardCharsets.UTF_8)));
    return new UUID(hash.getLong(), hash.getLong());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(30),
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.strings()
            .withChars("aBÀσΣςİıÅﬁ½Ⅷ ｱ한한\t\n\u000b\u001c\u0085\u00a0\u2003\u2028\u3000\u200b")
            .ofMaxLength(20));
  }

  @Property(tries = 3_000)
  void theKeyIsWhatItWasDefinedToBe(@ForAll @From("texts") String text) {
    assertThat(TextKey.of(text)).isEqualTo(defined(text));
  }

  @Example
  void everySingleCharacterHasItsDefinedKey() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "x" + c + " Y" + c;
      assertThat(TextKey.of(text)).as("U+%04x", (int) c).isEqualTo(defined(text));
    }
  }
}
