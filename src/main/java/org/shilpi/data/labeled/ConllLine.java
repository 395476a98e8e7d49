package org.shilpi.data.labeled;

import java.util.Locale;
import java.util.Optional;

/// One line of a CoNLL file.
sealed interface ConllLine {
  /// What a line with the whole text begins with.
  String TEXT = "# text = ";

  /// A word and its tag.
  record Word(String word, Tag tag) implements ConllLine {}

  /// Nothing, or the start of a document: a text ends here.
  record End() implements ConllLine {}

  /// A remark; the text that follows, if it is that.
  record Comment(Optional<String> text) implements ConllLine {}

  /// Neither.
  record Odd() implements ConllLine {}

  static ConllLine of(String line) {
    // The text itself may look like a word with a tag.
    if (line.startsWith(TEXT)) {
      return comment(line);
    }
    if (line.isBlank() || line.toUpperCase(Locale.ROOT).startsWith("-DOCSTART-")) {
      return new End();
    }
    Optional<Word> word = word(line);
    if (word.isPresent()) {
      return word.get();
    }
    return line.startsWith("#") ? comment(line) : new Odd();
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
    boolean says = line.startsWith(TEXT);
    return new Comment(says ? Optional.of(line.substring(TEXT.length())) : Optional.empty());
  }
}
