package org.shilpi.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The columns of a file and what they seem to be, from its first rows.
///
/// @param names in file order; "1", "2", … where the file has no header
/// @param header whether the names stand in the file's first record
public record Columns(List<String> names, boolean header) {
  private static final Pattern LABEL_NAME =
      Pattern.compile(
          "(?iu).*(label|category|class|intent|topic|sentiment|target|tag|लेबल|श्रेणी|वर्ग).*");
  private static final Pattern TEXT_NAME =
      Pattern.compile(
          "(?iu).*(text|sentence|message|body|content|query|question|narrative|mail|पाठ|संदेश|वाक्य).*");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]+");
  private static final int LONGEST_NAME = 60;

  public Columns {
    names = List.copyOf(names);
  }

  /// Judges whether the first of these records names the columns.
  ///
  /// @param wanted may say so, or name columns: where the first record has one, it is a header
  public static Columns of(List<List<String>> records, Wanted wanted) {
    if (records.isEmpty()) {
      return new Columns(List.of(), false);
    }
    List<String> first = records.getFirst();
    boolean header =
        wanted
            .cells()
            .header()
            .orElseGet(() -> isHeader(first, records.subList(1, records.size()), wanted.columns()));
    if (header) {
      return new Columns(named(first), true);
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= first.size(); i++) {
      numbers.add(Integer.toString(i));
    }
    return new Columns(numbers, false);
  }

  // A column without a name is called by its number.
  private static List<String> named(List<String> header) {
    List<String> names = new ArrayList<>();
    for (String name : header) {
      names.add(name.isBlank() ? Integer.toString(names.size() + 1) : name);
    }
    return names;
  }

  private static boolean isHeader(List<String> first, List<List<String>> rest, Set<String> wanted) {
    if (first.stream().anyMatch(wanted::contains)
        || first.size() > 1 && first.subList(0, 2).equals(List.of("text", "label"))) {
      return true;
    }
    boolean namelike =
        new HashSet<>(first).size() == first.size()
            && first.stream()
                .allMatch(cell ->
                    !cell.isBlank()
                        && cell.length() <= LONGEST_NAME
                        && !NUMBER.matcher(cell).matches());
    if (!namelike) {
      return false;
    }
    boolean known =
        first.stream()
            .map(String::strip)
            .filter(cell -> cell.split("\\s+").length <= 3)
            .anyMatch(
                cell -> LABEL_NAME.matcher(cell).matches() || TEXT_NAME.matcher(cell).matches());
    return known || !returns(first, rest);
  }

  // A value of the first record that comes again below it is a value, not a name.
  private static boolean returns(List<String> first, List<List<String>> rest) {
    for (List<String> row : rest) {
      for (int i = 0; i < Math.min(first.size(), row.size()); i++) {
        if (row.get(i).equals(first.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The column named "text", else the one with the longest texts.
  Optional<String> guessText(List<List<String>> rows) {
    if (names.contains("text")) {
      return Optional.of("text");
    }
    int best = -1;
    for (int i = 0; i < names.size(); i++) {
      if (best < 0 || meanLength(rows, i) > meanLength(rows, best)) {
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(names.get(best));
  }

  /// A column named like a label, else the short one with the fewest different values, if they
  /// repeat.
  Optional<String> guessLabel(List<List<String>> rows, String text) {
    if (names.contains("label") && !text.equals("label")) {
      return Optional.of("label");
    }
    Optional<String> named =
        names.stream()
            .filter(name -> !name.equals(text) && LABEL_NAME.matcher(name).matches())
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    Optional<String> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < names.size(); i++) {
      Set<String> different = new HashSet<>();
      int filled = 0;
      for (List<String> row : rows) {
        String cell = cell(row, i);
        if (!cell.isBlank()) {
          different.add(cell);
          filled++;
        }
      }
      // A little slack, so that three rows with two labels count as well.
      boolean repeats =
          different.size() > 1 && different.size() < filled && different.size() * 2 <= filled + 2;
      if (!names.get(i).equals(text)
          && repeats
          && different.size() < fewest
          && meanLength(rows, i) <= LONGEST_NAME) {
        best = Optional.of(names.get(i));
        fewest = different.size();
      }
    }
    return best;
  }

  private static double meanLength(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> cell(row, column).length()).average().orElse(0);
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /// All names, as messages show them.
  public String listed() {
    return String.join(", ", names);
  }

  /// Position of a column, by its exact name or else regardless of case.
  public Optional<Integer> position(String name) {
    int exact = names.indexOf(name);
    if (exact >= 0) {
      return Optional.of(exact);
    }
    String lower = name.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).strip().toLowerCase(Locale.ROOT).equals(lower)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
