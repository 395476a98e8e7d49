package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilpi.data.Mark;

/// A text in which parts were replaced, and the way from its old places to its new ones.
public final class Rewriting {
  /// A part and what stands in its place.
  ///
  /// @param by may be empty
  public record Replacement(int start, int end, String by) {
    public Replacement {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("nothing is replaced from " + start + " to " + end);
      }
    }
  }

  private final List<Replacement> replacements;
  private final String text;

  /// @param replacements in any order
  /// @throws IllegalArgumentException if two overlap or one reaches beyond the text
  public Rewriting(String old, List<Replacement> replacements) {
    this.replacements =
        replacements.stream().sorted(Comparator.comparingInt(Replacement::start)).toList();
    StringBuilder made = new StringBuilder(old.length());
    int at = 0;
    for (Replacement replacement : this.replacements) {
      if (replacement.start() < at || replacement.end() > old.length()) {
        throw new IllegalArgumentException("overlapping or outside: " + replacement);
      }
      made.append(old, at, replacement.start()).append(replacement.by());
      at = replacement.end();
    }
    this.text = made.append(old, at, old.length()).toString();
  }

  /// The new text.
  public String text() {
    return text;
  }

  public boolean changed() {
    return !replacements.isEmpty();
  }

  /// Where marks lie in the new text: on untouched words as before, around a replaced part wherever
  /// they covered some of it.
  ///
  /// @return by where they start, fewer than before where two marks had shared one replaced part:
  ///   they become one if they have the same label, else the longer one stays; or where nothing is
  ///   left of what was marked
  public List<Mark> moved(List<Mark> marks) {
    List<Mark> old =
        marks.stream()
            .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
            .toList();
    List<Mark> moved = new ArrayList<>();
    int before = 0;
    for (Mark mark : old) {
      int start = moved(mark.start(), false);
      int end = moved(mark.end(), true);
      if (end <= start) {
        continue;
      }
      Mark present = new Mark(start, end, mark.label());
      Mark last = moved.isEmpty() ? null : moved.getLast();
      if (last == null || last.end() <= start) {
        moved.add(present);
        before = mark.end() - mark.start();
      } else if (last.label().equals(mark.label())) {
        moved.set(
            moved.size() - 1, new Mark(last.start(), Math.max(last.end(), end), mark.label()));
      } else if (mark.end() - mark.start() > before) {
        moved.set(moved.size() - 1, present);
        before = mark.end() - mark.start();
      }
    }
    return List.copyOf(moved);
  }

  // A place inside a replaced part goes to its beginning or, for the end of a mark, behind it.
  private int moved(int place, boolean end) {
    int shift = 0;
    for (Replacement replacement : replacements) {
      if (end ? place <= replacement.start() : place < replacement.start()) {
        break;
      }
      int grown = replacement.by().length() - (replacement.end() - replacement.start());
      if (place >= replacement.end()) {
        shift += grown;
      } else {
        int first = replacement.start() + shift;
        return end ? first + replacement.by().length() : first;
      }
    }
    return place + shift;
  }
}
