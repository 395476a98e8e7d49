package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Mark;
import org.shilpi.privacy.Rewriting.Replacement;

class RewritingTest {
  @Test
  void marksMoveWithTheirWords() {
    Rewriting rewriting =
        new Rewriting(
            "Ann from Oslo pays Bob",
            List.of(new Replacement(0, 3, "[PERSON]"), new Replacement(19, 22, "B")));

    assertThat(rewriting.text()).isEqualTo("[PERSON] from Oslo pays B");
    assertThat(
            rewriting.moved(
                List.of(new Mark(0, 3, "who"), new Mark(9, 13, "where"), new Mark(14, 22, "what"))))
        .containsExactly(
            new Mark(0, 8, "who"), new Mark(14, 18, "where"), new Mark(19, 25, "what"));
  }

  @Test
  void aMarkThatCutsAReplacedPartGrowsToCoverIt() {
    Rewriting rewriting =
        new Rewriting("by Ann Smith now", List.of(new Replacement(3, 12, "[PERSON]")));

    assertThat(rewriting.moved(List.of(new Mark(7, 16, "tail"))))
        .containsExactly(new Mark(3, 15, "tail"));
    assertThat(rewriting.moved(List.of(new Mark(0, 5, "head"))))
        .containsExactly(new Mark(0, 11, "head"));
    assertThat(rewriting.moved(List.of(new Mark(5, 6, "inside"))))
        .containsExactly(new Mark(3, 11, "inside"));
  }

  @Test
  void twoMarksOfOneReplacedPartBecomeOne() {
    Rewriting rewriting =
        new Rewriting("by Ann Smith now", List.of(new Replacement(3, 12, "[PERSON]")));

    assertThat(rewriting.moved(List.of(new Mark(3, 6, "name"), new Mark(7, 12, "name"))))
        .containsExactly(new Mark(3, 11, "name"));
    assertThat(rewriting.moved(List.of(new Mark(3, 6, "given"), new Mark(7, 12, "family"))))
        .containsExactly(new Mark(3, 11, "family"));
  }

  @Property
  void untouchedWordsKeepTheirMarks(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder old = new StringBuilder();
    List<Replacement> replacements = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      int start = old.length();
      String word = "w" + i + "x".repeat(random.nextInt(4));
      old.append(word).append(' ');
      switch (random.nextInt(3)) {
        case 0 ->
            replacements.add(
                new Replacement(start, start + word.length(), "y".repeat(random.nextInt(7))));
        case 1 -> {
          marks.add(new Mark(start, start + word.length(), "m"));
          wanted.add(word);
        }
        default -> {}
      }
    }
    Rewriting rewriting = new Rewriting(old.toString(), replacements);

    List<Mark> moved = rewriting.moved(marks);
    assertThat(moved.stream().map(m -> rewriting.text().substring(m.start(), m.end())))
        .containsExactlyElementsOf(wanted);
  }

  @Property
  void movedMarksCoverWhatTheyCoveredAndNeverOverlap(@ForAll long seed) {
    Random random = new Random(seed);
    String old = "z".repeat(1 + random.nextInt(40));
    List<Replacement> replacements = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int at = 0; at < old.length() - 1; ) {
      int end = Math.min(old.length(), at + 1 + random.nextInt(5));
      if (random.nextBoolean()) {
        replacements.add(new Replacement(at, end, "y".repeat(1 + random.nextInt(6))));
      }
      at = end + random.nextInt(3);
    }
    for (int at = 0; at < old.length() - 1; ) {
      int end = Math.min(old.length(), at + 1 + random.nextInt(6));
      if (random.nextBoolean()) {
        marks.add(new Mark(at, end, "m"));
      }
      at = end + random.nextInt(3);
    }
    Rewriting rewriting = new Rewriting(old, replacements);

    List<Mark> moved = rewriting.moved(marks);
    int free = 0;
    for (Mark mark : moved) {
      assertThat(mark.start()).isGreaterThanOrEqualTo(free);
      assertThat(mark.end()).isLessThanOrEqualTo(rewriting.text().length());
      free = mark.end();
    }
    // A replaced part is covered whole or not at all.
    int shift = 0;
    for (Replacement replacement : replacements) {
      int start = replacement.start() + shift;
      int end = start + replacement.by().length();
      boolean touched =
          marks.stream()
              .anyMatch(m -> m.start() < replacement.end() && replacement.start() < m.end());
      assertThat(moved.stream().anyMatch(m -> m.start() <= start && end <= m.end()))
          .isEqualTo(touched);
      assertThat(moved.stream().anyMatch(m -> m.start() < end && start < m.end()))
          .isEqualTo(touched);
      shift += replacement.by().length() - (replacement.end() - replacement.start());
    }
  }
}
