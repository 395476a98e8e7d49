package org.shilpi.data.labeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.Outgoing;
import org.shilpi.data.ReadFile;
import org.shilpi.data.Reason;
import org.shilpi.data.Wanted;
import org.shilpi.data.labeled.LabeledFormat.Outline;
import org.shilpi.data.labeled.LabeledFormat.Sink;
import org.shilpi.project.TaskKind;

/// What leaves a project in any format comes in again just as it was; what a format cannot hold is
/// named and left out, never bent.
class RoundTripTest {
  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void oneLabel(@ForAll("format") LabeledFormat format, @ForAll("chosen") List<Outgoing> texts)
      throws IOException {
    check(format, TaskKind.CLASSIFY, texts);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void anyNumberOfLabels(
      @ForAll("format") LabeledFormat format, @ForAll("several") List<Outgoing> texts)
      throws IOException {
    check(format, TaskKind.MULTILABEL, texts);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void markedParts(@ForAll("format") LabeledFormat format, @ForAll("marked") List<Outgoing> texts)
      throws IOException {
    check(format, TaskKind.SPANS, texts);
  }

  private static void check(LabeledFormat format, TaskKind task, List<Outgoing> texts)
      throws IOException {
    Path file = Files.createTempFile("round", ".trip");
    try {
      List<Outgoing> written = write(format, texts, file);
      if (written.isEmpty()) {
        return;
      }
      ReadFile read = ReadFile.of(file, Wanted.NOTHING.withFormat(reader(format)).withTask(task));
      assertThat(read.rejected()).isEmpty();
      assertThat(
              read.texts().stream()
                  .map(text -> new Outgoing(text.text(), text.judgement(), text.origin())))
          .isEqualTo(written);
    } finally {
      Files.delete(file);
    }
  }

  // Our JSON lines are doccano's.
  private static String reader(LabeledFormat format) {
    return format.id().equals("jsonl") ? "doccano" : format.id();
  }

  private static List<Outgoing> write(LabeledFormat format, List<Outgoing> texts, Path file)
      throws IOException {
    Set<String> labels = new LinkedHashSet<>();
    Set<String> fields = new LinkedHashSet<>();
    texts.forEach(text -> {
      labels.addAll(text.judgement().labels());
      fields.addAll(text.origin().fields().keySet());
    });
    List<Outgoing> written = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(file)) {
      Sink sink = format.begin(out, new Outline(List.copyOf(labels), List.copyOf(fields)));
      for (Outgoing text : texts) {
        Optional<Reason> why = sink.write(text);
        if (why.isEmpty()) {
          Origin origin = format.keepsOrigin() ? text.origin() : Origin.UNKNOWN;
          written.add(new Outgoing(text.text(), text.judgement(), origin));
        } else {
          assertThat(why.get().key()).startsWith("unwritable.");
          assertThat(format.id()).isIn("conll", "fasttext");
        }
      }
      sink.finish();
    }
    return written;
  }

  @Provide
  Arbitrary<LabeledFormat> format() {
    return Arbitraries.of(LabeledFormats.ALL);
  }

  @Provide
  Arbitrary<List<Outgoing>> chosen() {
    return outgoing(
        label().<Judgement>map(Judgement.One::new).injectNull(0.2).map(RoundTripTest::orNone));
  }

  @Provide
  Arbitrary<List<Outgoing>> several() {
    return outgoing(
        label()
            .list()
            .ofMaxSize(4)
            .<Judgement>map(Judgement.Many::new)
            .injectNull(0.2)
            .map(RoundTripTest::orNone));
  }

  @Provide
  Arbitrary<List<Outgoing>> marked() {
    return text()
        .flatMap(text ->
            marks(text).flatMap(marks -> origin().map(from -> new Outgoing(text, marks, from))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @SuppressWarnings("NullAway")
  private static Judgement orNone(Judgement judgement) {
    return judgement == null ? Judgement.NONE : judgement;
  }

  private static Arbitrary<List<Outgoing>> outgoing(Arbitrary<Judgement> judgement) {
    return Combinators.combine(text(), judgement, origin())
        .as(Outgoing::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Asha",
            "went",
            "पुणे",
            "हैं",
            "😀",
            "👩‍👧",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "|",
            "\\",
            "#",
            "# text = ",
            "-DOCSTART-",
            "__label__a",
            "{",
            "[1]",
            "O",
            "B-x",
            "\u00a0",
            "\u2028",
            "é",
            "e\u0301",
            "中文",
            "𝒳",
            "=1+1",
            "<b>",
            "0",
            "-",
            ".");
    return pieces
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts))
        .filter(text -> !text.isBlank());
  }

  private static Arbitrary<String> label() {
    return Arbitraries.of(
        "spam",
        "not spam",
        "नाम",
        "a,b",
        "a;b",
        "a|b",
        "\"quoted\"",
        "[\"a\"]",
        "[]",
        "😀",
        "O",
        "B-x",
        "a\tb",
        "true",
        "12",
        "null",
        "{}",
        "'");
  }

  private static Arbitrary<Origin> origin() {
    Arbitrary<String> name =
        Arbitraries.of(
            "date", "sender", "group", "title", "id", "split", "own", "Text", "label", "a b", "1",
            "नाम", "meta", "data");
    return Arbitraries.maps(name, text())
        .ofMaxSize(4)
        .map(fields -> {
          Map<String, String> fitting = new LinkedHashMap<>(fields);
          fitting.computeIfPresent("date", (key, value) -> "2026-05-12T14:06:00Z");
          fitting.computeIfPresent("split", (key, value) -> "test");
          return fitting.isEmpty() ? Origin.UNKNOWN : new Origin(fitting);
        });
  }

  private static Arbitrary<Judgement> marks(String text) {
    int points = text.codePointCount(0, text.length());
    return Combinators.combine(
            Arbitraries.integers().between(0, points).set().ofMaxSize(Math.min(6, points + 1)),
            label().list().ofSize(3),
            Arbitraries.integers().between(0, 5))
        .as((places, labels, none) -> {
          if (none == 0) {
            return Judgement.NONE;
          }
          List<Integer> sorted =
              places.stream().sorted().map(at -> text.offsetByCodePoints(0, at)).toList();
          List<Mark> marks = new ArrayList<>();
          for (int i = 0; i + 1 < sorted.size(); i += 2) {
            marks.add(new Mark(sorted.get(i), sorted.get(i + 1), labels.get(i / 2)));
          }
          return new Judgement.Spans(marks);
        });
  }
}
