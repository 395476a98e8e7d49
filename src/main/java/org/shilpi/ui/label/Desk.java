package org.shilpi.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Example;
import org.shilpi.workflow.LabelExamples;

/// What lies before the analyst, as it is on disk.
///
/// @param sheet the text to decide about
/// @param labels all labels in their order
/// @param recent the newest decisions, newest first
/// @param texts texts of the project
/// @param labeled how many of them somebody judged
record Desk(
    Phase phase,
    Optional<Sheet> sheet,
    List<Counted> labels,
    List<Decided> recent,
    int texts,
    int labeled) {
  enum Phase {
    LOADING,
    /// Texts have several labels each, or labels on their parts: they come in with them.
    LABELED_ELSEWHERE,
    NO_TEXTS,
    FEW_LABELS,
    LABELING,
    ALL_LABELED
  }

  /// @param texts how many texts have the label
  record Counted(String name, int texts) {}

  /// @param number of the text
  /// @param title one line that stands for it
  /// @param label place of its label, from 0
  record Decided(long number, String title, int label) {}

  /// Before anything was read.
  static final Desk LOADING = new Desk(Phase.LOADING, Optional.empty(), List.of(), List.of(), 0, 0);

  private static final int RECENT = 10;
  private static final int LABELS_NEEDED = 2;

  /// @param show the text to lay on the desk, if any is left
  static Desk read(LabelExamples examples, Optional<Example> show) {
    List<Counted> labels = new ArrayList<>();
    examples.counts().forEach((name, texts) -> labels.add(new Counted(name, texts)));
    List<String> names = labels.stream().map(Counted::name).toList();
    List<Decided> recent =
        examples.recent(RECENT).stream()
            .map(decision ->
                new Decided(
                    decision.example().id(),
                    Letter.of(decision.example().text()).title(),
                    names.indexOf(decision.label())))
            .toList();
    int texts = examples.texts();
    Optional<Sheet> sheet = show.map(text -> Sheet.of(text, examples.labelOf(text.id())));
    return new Desk(
        examples.oneLabelEach() ? phase(texts, labels.size(), sheet) : Phase.LABELED_ELSEWHERE,
        sheet,
        labels,
        recent,
        texts,
        examples.labeled());
  }

  private static Phase phase(int texts, int labels, Optional<Sheet> sheet) {
    if (texts == 0) {
      return Phase.NO_TEXTS;
    }
    if (labels < LABELS_NEEDED) {
      return Phase.FEW_LABELS;
    }
    return sheet.isEmpty() ? Phase.ALL_LABELED : Phase.LABELING;
  }

  /// Whether there is something to tell apart.
  boolean trainable() {
    return labels.stream().filter(label -> label.texts() > 0).count() >= LABELS_NEEDED;
  }

  /// Place of the label that the text on the desk has, -1 if none.
  int chosen() {
    return sheet
        .flatMap(Sheet::label)
        .map(name -> labels.stream().map(Counted::name).toList().indexOf(name))
        .orElse(-1);
  }

  /// Place of the text on the desk among the newest decisions, -1 if it is not there.
  int place() {
    return sheet
        .map(open -> recent.stream().map(Decided::number).toList().indexOf(open.number()))
        .orElse(-1);
  }
}
