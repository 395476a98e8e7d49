package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void linesComeWithoutTheirEnds() throws IOException {
    assertThat(lines("one\n\nदो\nlast")).containsExactly("one", "", "दो", "last");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
  }

  @Test
  void aLineThatIsTooLongIsSkippedWhole() throws IOException {
    assertThat(lines("x".repeat(100_000) + "\nshort\n" + "y".repeat(31) + "\n" + "z".repeat(30)))
        .containsExactly("short", "z".repeat(30));
    assertThat(lines("short\n" + "x".repeat(9_000))).containsExactly("short");
  }

  private static List<String> lines(String text) throws IOException {
    var lines = new ArrayList<String>();
    try (var in =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 30)) {
      for (var line = in.next(); line != null; line = in.next()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
