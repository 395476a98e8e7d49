package org.shilpi.data.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts records into templates, see the package's description. Its tree has three levels: number
/// of words, first word, second word.
final class Templates {
  /// More are not kept apart: the log is none, or every record is unlike any other.
  static final int MOST = 20_000;

  /// Characters of all that are kept.
  static final long MOST_CHARACTERS = 10_000_000;

  private static final double LIKE = 0.65;
  private static final int PREFIX = 2;
  private static final int MOST_BRANCHES = 100;

  private final Map<List<String>, List<Template>> leaves = new HashMap<>();
  private final Map<List<String>, Integer> branches = new HashMap<>();
  private final List<Template> all = new ArrayList<>();
  private long characters;

  /// The record's template; empty if it would be one too many.
  Optional<Template> add(LogRecord record) {
    List<String> words = LogRecord.words(record.message()).stream().map(Masks::mask).toList();
    List<Template> leaf = leaves.computeIfAbsent(path(words), path -> new ArrayList<>());
    Template best = null;
    double most = -1;
    for (Template template : leaf) {
      double likeness = template.likeness(words);
      if (likeness > most) {
        best = template;
        most = likeness;
      }
    }
    if (best != null && most >= LIKE) {
      best.add(words);
      return Optional.of(best);
    }
    if (all.size() >= MOST || characters + record.text().length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Template created = new Template(words, record);
    characters += record.text().length();
    leaf.add(created);
    all.add(created);
    return Optional.of(created);
  }

  // A word with a value in it, or one too many in its place, is any word.
  private List<String> path(List<String> words) {
    List<String> path = new ArrayList<>();
    path.add(Integer.toString(words.size()));
    for (int i = 0; i < Math.min(PREFIX, words.size()); i++) {
      String word = words.get(i);
      List<String> branch = List.copyOf(path);
      path.add(word);
      boolean value = word.indexOf('<') >= 0 || word.chars().anyMatch(Character::isDigit);
      if (value || !leaves.containsKey(path) && !mayBranch(branch, path)) {
        path.set(path.size() - 1, Masks.ANY);
      }
    }
    return path;
  }

  private boolean mayBranch(List<String> branch, List<String> path) {
    if (branches.putIfAbsent(List.copyOf(path), 0) != null) {
      return true;
    }
    if (branches.merge(branch, 1, Integer::sum) <= MOST_BRANCHES) {
      return true;
    }
    branches.remove(path);
    return false;
  }

  /// In the order of their first records.
  List<Template> all() {
    return Collections.unmodifiableList(all);
  }
}
