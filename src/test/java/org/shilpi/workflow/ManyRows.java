package org.shilpi.workflow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A table of made-up messages: 100 characters on average, five labels, every twentieth a near copy
/// of one of the thousand before it, every hundredth a row that cannot come in.
final class ManyRows {
  private static final int WORDS = 30_000;
  private static final int REMEMBERED = 1_000;

  private final SplittableRandom random = new SplittableRandom(20_260_512);
  private final List<String> words = new ArrayList<>(WORDS);
  private final String[] recent = new String[REMEMBERED];
  private int bad;

  private ManyRows() {
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int left = 2 + random.nextInt(9); left > 0; left--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
  }

  /// @return how many of the rows are bad
  static int write(Path file, int rows) throws IOException {
    ManyRows maker = new ManyRows();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("text,label\n");
      for (int i = 0; i < rows; i++) {
        out.write(maker.row(i));
        out.write('\n');
      }
    }
    return maker.bad;
  }

  private String row(int number) {
    if (number % 100 == 99) {
      bad++;
      return number % 200 == 99 ? ",no text" : "too,many,cells,in,this,row";
    }
    String text =
        number > REMEMBERED && number % 20 == 7
            ? nearCopy(recent[random.nextInt(REMEMBERED)])
            : fresh();
    recent[number % REMEMBERED] = text;
    return '"' + text + "\",label " + random.nextInt(5);
  }

  // Few words are frequent, as in any language.
  private String word() {
    double share = random.nextDouble();
    return words.get((int) (WORDS * share * share * share));
  }

  private String fresh() {
    StringBuilder text = new StringBuilder();
    int length = 50 + random.nextInt(95);
    while (text.length() < length) {
      text.append(text.isEmpty() ? "" : " ").append(word());
    }
    return text.toString();
  }

  private String nearCopy(String text) {
    if (text == null) {
      return fresh();
    }
    String[] parts = text.split(" ");
    parts[random.nextInt(parts.length)] = word();
    return String.join(" ", parts);
  }
}
