package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shilpi.data.Origin;

/// Looks at where a text comes from: its sender, its title, the columns beside it. May be used by
/// several threads.
///
/// A field's name is the context that a sentence would give, so that `zip` and `dob` tell what
/// their numbers are. Short values have no other: there, what is uncertain is no finding, or every
/// category in capitals would be somebody's name. When a text was written is never looked at: texts
/// are ordered and split by it.
public record OriginRules(Rules rules) {
  private static final Set<String> NEVER = Set.of(Origin.DATE, Origin.SPLIT);

  /// Whose names say nothing of what is in them.
  private static final Set<String> BARE = Set.of(Origin.GROUP, Origin.TITLE, Origin.ID);

  /// What is in them and no address is somebody's name.
  private static final Set<String> PEOPLE =
      Set.of(Origin.SENDER, "from", "to", "cc", "bcc", "reply-to", "author", "username", "user");

  /// Columns that are likely to hold people: there, what is uncertain counts.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:(?:(?:first|last|full|given|family|sur|nick|user|customer|client|patient"
              + "|contact|employee|person)[ _.-]?)?name|customer|client|patient|employee|applicant|author"
              + "|writer|speaker|agent|contact|owner|by)(?:$|[^\\p{L}])|नाम",
          Pattern.CASE_INSENSITIVE);

  /// From here on a value is prose.
  private static final int PROSE = 60;

  /// What the fields give away, by field; fields that give nothing away are left out.
  ///
  /// @throws org.shilpi.job.Problem if a project's own pattern takes too long
  public Map<String, List<Finding>> find(Origin origin) {
    Map<String, List<Finding>> found = new TreeMap<>();
    origin
        .fields()
        .forEach((field, value) -> {
          if (!NEVER.contains(field) && !value.isBlank()) {
            List<Finding> findings = find(field, value);
            if (!findings.isEmpty()) {
              found.put(field, findings);
            }
          }
        });
    return found;
  }

  private List<Finding> find(String field, String value) {
    if (PEOPLE.contains(field.toLowerCase(Locale.ROOT))) {
      return people(value, rules.find(value));
    }
    if (field.equals(Origin.PATH)) {
      return findInName(value);
    }
    boolean prose =
        field.equals(Origin.TITLE)
            || value.length() > PROSE
            || value.contains("\n")
            || PERSONAL.matcher(field).find();
    return (BARE.contains(field) ? rules.find(value) : under(field, value))
        .stream().filter(finding -> prose || finding.sure()).toList();
  }

  /// What the name of a file surely gives away.
  public List<Finding> findInName(String name) {
    return Resolution.of(
        // Names of files have an underscore where sentences have a space.
        Stream.concat(rules.find(name).stream(), rules.find(name.replace('_', ' ')).stream())
            .filter(Finding::sure)
            .toList());
  }

  // As if it stood in a form: `customer name: Asha Rao`.
  private List<Finding> under(String field, String value) {
    String before = field.replaceAll("[_.\\s]+", " ") + ": ";
    List<Finding> found = new ArrayList<>();
    for (Finding finding : rules.find(before + value)) {
      if (finding.start() >= before.length()) {
        found.add(
            new Finding(
                finding.start() - before.length(),
                finding.end() - before.length(),
                finding.kind(),
                finding.confidence()));
      }
    }
    return found;
  }

  private static List<Finding> people(String value, List<Finding> found) {
    List<Finding> all = new ArrayList<>(found);
    all.removeIf(finding -> finding.kind() == Kind.PERSON || finding.kind() == Kind.PLACE);
    List<Finding> others = List.copyOf(all);
    int at = 0;
    for (Finding other : others) {
      name(value, at, other.start()).ifPresent(all::add);
      at = other.end();
    }
    name(value, at, value.length()).ifPresent(all::add);
    all.sort(Comparator.comparingInt(Finding::start));
    return all;
  }

  // From the first letter to the last word, without quotes and brackets.
  private static Optional<Finding> name(String value, int from, int to) {
    List<Word> words =
        new Passage(value.substring(from, to))
            .words().stream().filter(word -> word.shape() != Word.Shape.DIGITS).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                from + words.getFirst().start(), from + words.getLast().end(), Kind.PERSON, 0.9));
  }
}
