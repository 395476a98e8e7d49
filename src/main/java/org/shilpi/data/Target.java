package org.shilpi.data;

import java.util.Comparator;
import java.util.List;
import org.shilpi.project.TaskKind;

/// What people said about a text: the right answer to the project's task.
public sealed interface Target {
  /// The task that has this kind of answer.
  TaskKind task();

  /// Indices of the labels that it uses, repeated where it repeats them.
  default List<Integer> labels() {
    return switch (this) {
      case One(int label) -> List.of(label);
      case Many(List<Integer> labels) -> labels;
      case Spans(List<Span> spans) -> spans.stream().map(Span::label).toList();
    };
  }

  /// Exactly one label.
  ///
  /// @param label index into the snapshot's labels
  record One(int label) implements Target {
    @Override
    public TaskKind task() {
      return TaskKind.CLASSIFY;
    }
  }

  /// Any number of labels, also none.
  ///
  /// @param labels indices into the snapshot's labels, ascending, each once, in whatever order they
  ///   came
  record Many(List<Integer> labels) implements Target {
    public Many {
      labels = labels.stream().sorted().distinct().toList();
    }

    @Override
    public TaskKind task() {
      return TaskKind.MULTILABEL;
    }
  }

  /// Labels on parts of the text, which do not overlap, also none.
  ///
  /// @param spans by where they start, in whatever order they came
  record Spans(List<Span> spans) implements Target {
    public Spans {
      spans =
          spans.stream()
              .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
              .toList();
    }

    @Override
    public TaskKind task() {
      return TaskKind.SPANS;
    }
  }
}
