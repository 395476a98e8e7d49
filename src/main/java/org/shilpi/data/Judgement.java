package org.shilpi.data;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.shilpi.project.TaskKind;

/// What people said about a text, labels by name: a [Target] before a project knows the labels.
public sealed interface Judgement {
  /// Nobody said anything yet.
  record None() implements Judgement {}

  /// Exactly one label.
  record One(String label) implements Judgement {}

  /// Any number of labels, also none: somebody looked and found none.
  ///
  /// @param labels each once, in the order in which they came
  record Many(List<String> labels) implements Judgement {
    public Many {
      labels = List.copyOf(new LinkedHashSet<>(labels));
    }
  }

  /// Labels on parts of the text, also none.
  ///
  /// @param marks by where they start, in whatever order they came
  record Spans(List<Mark> marks) implements Judgement {
    public Spans {
      marks =
          marks.stream()
              .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
              .toList();
    }
  }

  Judgement NONE = new None();

  /// A label, or nothing where its name is empty.
  static Judgement of(String label) {
    return label.isEmpty() ? NONE : new One(label);
  }

  /// The names that it uses, in order, repeated where it repeats them.
  default List<String> labels() {
    return switch (this) {
      case None() -> List.of();
      case One(String label) -> List.of(label);
      case Many(List<String> labels) -> labels;
      case Spans(List<Mark> marks) -> marks.stream().map(Mark::label).toList();
    };
  }

  /// Whether a project with this task can hold it.
  default boolean fits(TaskKind task) {
    return switch (this) {
      case None() -> true;
      case One(String label) -> task == TaskKind.CLASSIFY || task == TaskKind.MULTILABEL;
      case Many(List<String> labels) -> task == TaskKind.MULTILABEL;
      case Spans(List<Mark> marks) -> task == TaskKind.SPANS;
    };
  }
}
