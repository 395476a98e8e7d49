package org.shilpi.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses what the columns beside text and label hold, by their names, and by their values where
/// these could prove a name wrong.
final class Roles {
  /// What the names of our own tables' further columns begin with.
  static final String OWN = "meta.";

  private static final Set<String> PARTS =
      Set.of("train", "training", "validation", "valid", "val", "dev", "test", "none", "");

  private static final Map<Role, Pattern> NAMES = names();

  private Roles() {}

  private static Map<Role, Pattern> names() {
    Map<Role, Pattern> names = new EnumMap<>(Role.class);
    names.put(
        Role.DATE,
        Pattern.compile("(?iu).*(date|time|created|received|दिनांक|तारीख|समय).*|when|sent|.*_at"));
    names.put(
        Role.GROUP,
        Pattern.compile("(?iu)(thread|conversation|ticket|case|session|patient|group)([ _-]?id)?"));
    names.put(
        Role.SENDER,
        Pattern.compile(
            "(?iu)from|author|(sender|from|author|user)([ _-]?(name|mail|email|address|domain))?|प्रेषक"));
    names.put(Role.TITLE, Pattern.compile("(?iu)title|subject|headline|शीर्षक|विषय"));
    names.put(Role.ID, Pattern.compile("(?iu)id|uuid|guid|identifier|key|.*[ _-]id|क्रमांक"));
    names.put(Role.SPLIT, Pattern.compile("(?iu)split|partition|subset"));
    return names;
  }

  /// One role a column.
  ///
  /// @param rows the first rows
  static List<Role> guess(Columns columns, List<List<String>> rows, int text, int label) {
    Set<Role> free = EnumSet.copyOf(NAMES.keySet());
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < columns.names().size(); i++) {
      String name = columns.names().get(i).strip();
      List<String> values = values(rows, i);
      Role role = Role.LEAVE_OUT;
      if (i == text) {
        role = Role.TEXT;
      } else if (i == label) {
        role = Role.LABEL;
      } else if (name.startsWith(OWN)) {
        role = Role.KEEP;
      } else {
        Optional<Role> found =
            NAMES.entrySet().stream()
                .filter(entry -> free.contains(entry.getKey()))
                .filter(entry -> entry.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .filter(possible -> written(possible, name) || fits(possible, values))
                .findFirst();
        found.ifPresent(free::remove);
        role = found.orElse(Role.LEAVE_OUT);
      }
      roles.add(role);
    }
    return roles;
  }

  private static List<String> values(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size() && !row.get(column).isBlank())
        .map(row -> row.get(column).strip())
        .toList();
  }

  // As a project writes them, whatever stands below: what left it comes in again.
  private static boolean written(Role role, String name) {
    return (role == Role.GROUP && name.equals(Origin.GROUP))
        || (role == Role.ID && name.equals(Origin.ID));
  }

  private static boolean fits(Role role, List<String> values) {
    return switch (role) {
      case DATE -> {
        DateOrder order = DateOrder.guess(values);
        long dates = values.stream().filter(value -> order.read(value).isPresent()).count();
        yield dates > 0 && dates * 10 >= values.size() * 9L;
      }
      case ID -> new HashSet<>(values).size() == values.size();
      case GROUP -> new HashSet<>(values).size() < values.size();
      case SPLIT ->
          values.stream().allMatch(value -> PARTS.contains(value.toLowerCase(Locale.ROOT)));
      default -> true;
    };
  }
}
