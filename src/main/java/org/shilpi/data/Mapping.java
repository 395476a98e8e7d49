package org.shilpi.data;

import java.util.List;

/// Which column holds what.
///
/// @param text position of the text's column, from 0
/// @param label position of the label's column, or [#NONE]
public record Mapping(int text, int label) {
  /// The file has no such column.
  public static final int NONE = -1;

  /// Longest name of a label in characters.
  public static final int LONGEST_LABEL = 200;

  /// What a row turned out to be.
  public sealed interface Mapped {
    record Text(long number, String text, Judgement judgement, Origin origin) implements Mapped {}

    record Bad(Rejected row) implements Mapped {}
  }

  /// Takes text and label out of a row, or says why it cannot come in. The text stays exactly as it
  /// was found; a label loses the spaces around it.
  public Mapped apply(Row row) {
    return switch (row) {
      case Rejected rejected -> new Mapped.Bad(rejected);
      case Row.Cells(long number, List<String> cells) -> apply(number, cells);
      case Row.Text(long number, String text, Judgement judgement, Origin origin) ->
          check(new Mapped.Text(number, text, judgement, origin), text);
    };
  }

  private Mapped apply(long number, List<String> cells) {
    String name = label == NONE ? "" : cells.get(label).strip();
    return check(
        new Mapped.Text(number, cells.get(text), Judgement.of(name), Origin.UNKNOWN),
        String.join("\t", cells));
  }

  /// Whether text and judgement can be kept.
  ///
  /// @param raw what is shown of the row where they cannot
  public static Mapped check(Mapped.Text row, String raw) {
    String text = row.text();
    List<String> names = row.judgement().labels();
    String key = "";
    if (text.isBlank()) {
      key = "rejected.no-text";
    } else if (text.indexOf('\0') >= 0 || names.stream().anyMatch(n -> n.indexOf('\0') >= 0)) {
      key = "rejected.nul";
    } else if (loneSurrogate(text) || names.stream().anyMatch(Mapping::loneSurrogate)) {
      key = "rejected.character";
    } else if (names.stream().anyMatch(String::isBlank)) {
      key = "rejected.label-empty";
    } else if (names.stream().anyMatch(name -> name.length() > LONGEST_LABEL)) {
      key = "rejected.label-too-long";
    } else if (row.judgement() instanceof Judgement.Spans(List<Mark> marks)) {
      key = fault(text, marks);
    }
    return key.isEmpty() ? row : new Mapped.Bad(new Rejected(row.number(), raw, Reason.of(key)));
  }

  private static String fault(String text, List<Mark> marks) {
    int free = 0;
    for (Mark mark : marks) {
      if (mark.end() > text.length() || halves(text, mark.start()) || halves(text, mark.end())) {
        return "rejected.mark-outside";
      }
      if (mark.start() < free) {
        return "rejected.marks-overlap";
      }
      free = mark.end();
    }
    return "";
  }

  private static boolean halves(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  // Half of a character, as careless JSON escapes leave it: no file could hold it again.
  private static boolean loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
