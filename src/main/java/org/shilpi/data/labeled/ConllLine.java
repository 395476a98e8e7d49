package org.shilpi.data.labeled;

import java.util.Locale;
import java.util.Optional;

/// One line of a CoNLL file.
sealed interface ConllLine {
  /// A word and its tag.
  record Word(String word, Tag tag) implements ConllLine {}

  /// Nothing, or the start of a document: a text ends here.
  record End() implements ConllLine {}

  /// Something about the text that follows: `# name = value`, or any other remark.
  record Comment(String name, String value) implements ConllLine {}

  /// Neither.
  record Odd() implements ConllLine {}

  static ConllLine of(String line) {
    if (line.isBlank() || line.toUpperCase(Locale.ROOT).startsWith("-DOCSTART-")) {
      return new End();
    }
    Optional<Word> word = word(line);
    if (word.isPresent()) {
      return word.get();
    }
    return line.startsWith("#") ? comment(line.substring(1)) : new Odd();
  }

  private static Optional<Word> word(String line) {
    boolean tabs = line.indexOf('\t') > 0;
    String[] cells = tabs ? line.split("\t", -1) : line.strip().split(" +");
    int last = cells.length - 1;
    // A tab at the line's end is no cell.
    while (last > 0 && cells[last].isBlank()) {
      last--;
    }
    if (last < 1 || cells[0].isBlank()) {
      return Optional.empty();
    }
    String word = cells[0].strip();
    return Tag.of(cells[last].strip()).map(tag -> new Word(word, tag));
  }

  private static Comment comment(String line) {
    int equals = line.indexOf(" = ");
    return equals < 0
        ? new Comment("", line.strip())
        : new Comment(line.substring(0, equals).strip(), line.substring(equals + 3));
  }
}
