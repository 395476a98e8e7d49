package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.shilpi.project.TaskKind;

class DealingTest {
  private static final List<String> LABELS = List.of("a", "b", "c");

  private record Draft(int text, boolean shout, String label, Split split) {}

  @Provide
  Arbitrary<Draft> drafts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(true, false),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Split.NONE),
                net.jqwik.api.Tuple.of(1, Split.TRAIN),
                net.jqwik.api.Tuple.of(1, Split.VALIDATION),
                net.jqwik.api.Tuple.of(1, Split.TEST)))
        .as(Draft::new);
  }

  private static List<Labeled> texts(List<Draft> drafts) {
    List<Labeled> texts = new ArrayList<>();
    for (Draft draft : drafts) {
      String text = "text  Number " + draft.text();
      texts.add(
          new Labeled(
              texts.size() + 1,
              draft.shout() ? text.toUpperCase(java.util.Locale.ROOT) : text,
              draft.label(),
              draft.split()));
    }
    return texts;
  }

  private static List<Labeled> different(String label, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> new Labeled(i + 1, label + " text " + i, label, Split.NONE))
        .toList();
  }

  @Property(tries = 300)
  void noUndecidedTextLiesOnTwoSides(
      @ForAll @Size(max = 120) List<@net.jqwik.api.From("drafts") Draft> drafts) {
    List<Labeled> texts = texts(drafts);
    Map<Long, Split> wanted = texts.stream().collect(Collectors.toMap(Labeled::id, Labeled::split));
    Map<UUID, Set<Split>> undecided = new HashMap<>();
    Map<UUID, Set<Split>> all = new HashMap<>();
    for (LabeledText row : Dealing.deal(LABELS, texts).rows()) {
      UUID key = TextKey.of(row.text());
      all.computeIfAbsent(key, k -> new HashSet<>()).add(row.split());
      if (wanted.get(row.id()) == Split.NONE) {
        undecided.computeIfAbsent(key, k -> new HashSet<>()).add(row.split());
      }
    }
    undecided.values().forEach(sides -> assertThat(sides).hasSize(1));
    undecided.forEach((key, sides) -> {
      if (!sides.contains(Split.TEST)) {
        assertThat(all.get(key)).doesNotContain(Split.TEST);
      }
    });
  }

  @Property(tries = 300)
  void whatTheUserDecidedIsHonoured(
      @ForAll @Size(max = 120) List<@net.jqwik.api.From("drafts") Draft> drafts) {
    List<Labeled> texts = texts(drafts);
    boolean ownTest = texts.stream().anyMatch(t -> t.split() == Split.TEST);
    boolean ownValidation = texts.stream().anyMatch(t -> t.split() == Split.VALIDATION);
    Map<Long, Split> dealt = new HashMap<>();
    Dealing.deal(LABELS, texts).rows().forEach(row -> dealt.put(row.id(), row.split()));
    for (Labeled text : texts) {
      Split side = dealt.get(text.id());
      switch (text.split()) {
        case TEST, VALIDATION -> assertThat(side).isEqualTo(text.split());
        case TRAIN -> {
          if (ownValidation) {
            assertThat(side).isEqualTo(Split.TRAIN);
          } else {
            assertThat(side).isIn(Split.TRAIN, Split.VALIDATION);
          }
        }
        case NONE -> {
          if (ownTest) {
            assertThat(side).isNotEqualTo(Split.TEST);
          }
        }
      }
    }
  }

  @Property(tries = 100)
  void theSameTextsAreDealtTheSameWay(
      @ForAll @Size(max = 80) List<@net.jqwik.api.From("drafts") Draft> drafts) {
    Snapshot once = Dealing.deal(LABELS, texts(drafts));
    assertThat(Dealing.deal(LABELS, texts(drafts))).isEqualTo(once);
    assertThat(once.rows()).noneMatch(row -> row.split() == Split.NONE);
  }

  @Property(tries = 200)
  void everyLabelGetsItsShare(@ForAll @IntRange(min = 1, max = 400) int count) {
    Snapshot snapshot = Dealing.deal(LABELS, different("a", 0, count));
    int test = snapshot.part(Split.TEST).size();
    int train = snapshot.part(Split.TRAIN).size();
    int validation = snapshot.part(Split.VALIDATION).size();
    assertThat(test + train + validation).isEqualTo(count);
    assertThat(train).isPositive();
    if (count < 2) {
      assertThat(test).isZero();
    } else {
      assertThat(test)
          .isBetween(Math.max(1, count / 10), (int) Math.max(1, Math.ceil(count * 0.3)));
    }
    int rest = count - test;
    if (count < 4) {
      assertThat(validation).isZero();
    } else {
      assertThat(validation)
          .isBetween(Math.max(1, (int) (rest * 0.06)), (int) Math.max(1, Math.ceil(rest * 0.18)));
    }
  }

  @Example
  void theSharesAreAFifthAndAnEighthOfTheRest() {
    List<Labeled> texts = new ArrayList<>(different("a", 0, 5_000));
    texts.addAll(different("b", 5_000, 5_000));
    Snapshot snapshot = Dealing.deal(LABELS, texts);
    assertThat(snapshot.part(Split.TEST)).hasSizeBetween(1_850, 2_150);
    assertThat(snapshot.part(Split.VALIDATION)).hasSizeBetween(870, 1_050);
  }

  @Example
  void aTextKeepsItsSideWhenMoreTextsComeIn() {
    Map<Long, Split> before = new HashMap<>();
    Dealing.deal(LABELS, different("a", 0, 200)).rows().forEach(r -> before.put(r.id(), r.split()));
    Dealing.deal(LABELS, different("a", 0, 2_000)).rows().stream()
        .filter(row -> before.containsKey(row.id()))
        .forEach(row -> assertThat(row.split()).isEqualTo(before.get(row.id())));
  }

  @Example
  void tenOfALabelLeaveSevenOrMoreToLearnFrom() {
    List<Labeled> texts = new ArrayList<>();
    for (int label = 0; label < 3; label++) {
      for (int i = 0; i < 10; i++) {
        texts.add(
            new Labeled(texts.size() + 1, "text " + texts.size(), LABELS.get(label), Split.TRAIN));
      }
      texts.add(
          new Labeled(texts.size() + 1, "test " + texts.size(), LABELS.get(label), Split.TEST));
    }
    Snapshot snapshot = Dealing.deal(LABELS, texts);
    for (int label = 0; label < 3; label++) {
      int index = label;
      assertThat(snapshot.part(Split.TRAIN))
          .filteredOn(r -> r.label() == index)
          .hasSizeBetween(8, 9);
      assertThat(snapshot.part(Split.TEST)).filteredOn(r -> r.label() == index).hasSize(1);
    }
  }

  @Example
  void labelsWithoutTextsAreLeftOut() {
    Snapshot snapshot =
        Dealing.deal(
            List.of("a", "empty", "b"),
            List.of(
                new Labeled(1, "one", "a", Split.NONE), new Labeled(2, "two", "b", Split.NONE)));
    assertThat(snapshot.labels()).containsExactly("a", "b");
    assertThat(snapshot.rows()).extracting(LabeledText::label).containsExactly(0, 1);
  }

  private static List<Labeled> threads(int count, boolean dated) {
    List<Labeled> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(
          new Labeled(
              i + 1,
              "mail number " + i,
              new Judgement.One(LABELS.get(i % 3)),
              Split.NONE,
              i % 4 == 0 ? "" : "thread " + i / 10,
              dated && i % 5 != 0 ? "2026-01-%02dT10:00:00Z".formatted(1 + i % 28) : ""));
    }
    return texts;
  }

  private static Snapshot deal(List<Labeled> texts, int[] together, Dealing.By by) {
    return Dealing.deal(TaskKind.CLASSIFY, LABELS, texts, together, by);
  }

  @Property(tries = 100)
  void groupsAndNearCopiesAreNeverTorn(
      @ForAll @IntRange(min = 60, max = 200) int count, @ForAll boolean byTime, @ForAll long seed) {
    List<Labeled> texts = threads(count, true);
    java.util.Random random = new java.util.Random(seed);
    int[] together =
        IntStream.range(0, count)
            .map(i -> i > 0 && random.nextInt(10) == 0 ? random.nextInt(i) : i)
            .toArray();
    Map<Long, Split> side = new HashMap<>();
    deal(texts, together, byTime ? Dealing.By.TIME : Dealing.By.LABEL)
        .rows()
        .forEach(row -> side.put(row.id(), row.split()));
    assertThat(side).hasSize(count).doesNotContainValue(Split.NONE).containsValue(Split.TRAIN);
    Map<String, Split> byGroup = new HashMap<>();
    for (Labeled text : texts) {
      if (!text.group().isEmpty()) {
        assertThat(byGroup.merge(text.group(), side.get(text.id()), (a, b) -> a))
            .isEqualTo(side.get(text.id()));
      }
    }
    for (int i = 0; i < count; i++) {
      assertThat(side.get(i + 1L)).isEqualTo(side.get(together[i] + 1L));
    }
  }

  @Example
  void aLabelOfNearCopiesOnlyIsTornRatherThanLeftWithoutATest() {
    List<Labeled> texts = new ArrayList<>(different("a", 0, 20));
    texts.addAll(different("b", 20, 20));
    int[] together = IntStream.range(0, 40).map(i -> i < 20 ? 0 : i).toArray();
    Snapshot snapshot = deal(texts, together, Dealing.By.LABEL);
    for (Split part : List.of(Split.TEST, Split.VALIDATION, Split.TRAIN)) {
      assertThat(snapshot.part(part)).extracting(LabeledText::label).contains(0, 1);
    }
  }

  @Example
  void byTimeTheNewestTextsAreTheTest() {
    List<Labeled> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add(
          new Labeled(
              i + 1,
              "text " + i,
              new Judgement.One(LABELS.get(i % 2)),
              Split.NONE,
              "",
              i < 20 ? "" : "2026-05-12T14:%02d:00Z".formatted((i * 37) % 60)));
    }
    Snapshot snapshot = deal(texts, IntStream.range(0, 100).toArray(), Dealing.By.TIME);
    assertThat(snapshot.part(Split.TEST)).hasSize(20);
    assertThat(snapshot.part(Split.VALIDATION)).hasSize(10);
    Map<Long, String> written =
        texts.stream().collect(Collectors.toMap(Labeled::id, Labeled::written));
    String oldestTest =
        snapshot.part(Split.TEST).stream()
            .map(r -> written.get(r.id()))
            .min(String::compareTo)
            .get();
    assertThat(snapshot.rows())
        .filteredOn(row -> row.split() != Split.TEST)
        .allMatch(row -> String.valueOf(written.get(row.id())).compareTo(oldestTest) <= 0);
  }

  @Example
  void whatBelongsWithATestTextOfTheUsersIsLeftOut() {
    List<Labeled> texts = new ArrayList<>(different("a", 0, 20));
    texts.add(new Labeled(21, "the user's test", "b", Split.TEST));
    texts.add(new Labeled(22, "the user's test!", "b", Split.NONE));
    texts.add(new Labeled(23, "another text of b", "b", Split.NONE));
    texts.add(new Labeled(24, "a third text of b", "b", Split.NONE));
    int[] together = IntStream.range(0, 24).toArray();
    together[21] = 20;
    assertThat(deal(texts, together, Dealing.By.LABEL).rows())
        .extracting(LabeledText::id)
        .contains(21L, 23L)
        .doesNotContain(22L);
  }

  @Example
  void aTextWithSeveralLabelsStandsInTheLineOfTheRarest() {
    List<Labeled> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<String> labels = i % 10 == 0 ? List.of("a", "b") : i % 3 == 0 ? List.of() : List.of("a");
      texts.add(new Labeled(i + 1, "text " + i, new Judgement.Many(labels), Split.NONE));
    }
    Snapshot snapshot =
        Dealing.deal(
            TaskKind.MULTILABEL,
            LABELS,
            texts,
            IntStream.range(0, 100).toArray(),
            Dealing.By.LABEL);
    assertThat(snapshot.labels()).containsExactly("a", "b");
    for (Split part : List.of(Split.TEST, Split.VALIDATION, Split.TRAIN)) {
      assertThat(snapshot.part(part)).anyMatch(row -> row.target().labels().contains(1));
      assertThat(snapshot.part(part)).anyMatch(row -> row.target().labels().isEmpty());
    }
  }
}
