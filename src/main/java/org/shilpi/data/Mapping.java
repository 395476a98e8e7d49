package org.shilpi.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which column holds what.
///
/// @param text position of the text's column, from 0
/// @param label position of the label's column, or [#NONE]
/// @param roles what each column holds
/// @param origin names of the origin's fields by the columns' positions
/// @param dates how the column of dates writes them
/// @param strict whether the user said that it holds dates: then a row without a readable one is
///   turned away
/// @param labels reads the label's column
public record Mapping(
    int text,
    int label,
    List<Role> roles,
    Map<Integer, String> origin,
    DateOrder dates,
    boolean strict,
    LabelReader labels) {
  /// The file has no such column.
  public static final int NONE = -1;

  /// Longest name of a label in characters.
  public static final int LONGEST_LABEL = 200;

  /// Longest field of an origin in characters.
  private static final int LONGEST_FIELD = 100_000;

  public Mapping {
    roles = List.copyOf(roles);
    origin = Map.copyOf(origin);
  }

  /// Text and label, and nothing else.
  public Mapping(int text, int label) {
    this(text, label, List.of(), Map.of(), DateOrder.DAY_FIRST, false, LabelReader.NAME);
  }

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
    String words = cells.get(text);
    String raw = String.join("\t", cells);
    try {
      Judgement judgement = label == NONE ? Judgement.NONE : labels.read(cells.get(label), words);
      return check(new Mapped.Text(number, words, judgement, origin(cells)), raw);
    } catch (OddRow odd) {
      return new Mapped.Bad(new Rejected(number, raw, odd.reason()));
    }
  }

  private Origin origin(List<String> cells) {
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<Integer, String> column : origin.entrySet()) {
      String cell = cells.get(column.getKey());
      if (cell.isBlank()) {
        continue;
      }
      if (column.getValue().equals(Origin.DATE)) {
        date(cell).ifPresent(date -> fields.put(Origin.DATE, date));
      } else {
        fields.put(column.getValue(), cell);
      }
    }
    return fields.isEmpty() ? Origin.UNKNOWN : new Origin(fields);
  }

  private Optional<String> date(String cell) {
    Optional<String> date = dates.read(cell);
    if (strict && date.isEmpty()) {
      throw new OddRow("rejected.date", cell);
    }
    return date;
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
    } else if (row.origin().fields().values().stream().anyMatch(f -> f.length() > LONGEST_FIELD)) {
      key = "rejected.field-too-long";
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
