package org.shilpi.data;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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

  /// As a table shows it: the labels, each with its part of the text where it has one.
  default String shown(String text) {
    if (!(this instanceof Spans(List<Mark> marks))) {
      return String.join(", ", labels());
    }
    return marks.stream().map(mark -> mark.shown(text)).collect(Collectors.joining(", "));
  }

  /// The same as a project with this task holds it: a single label is a list of one where a text
  /// may have any number, and the other way round.
  ///
  /// @return empty if it does not fit the task
  default Optional<Judgement> as(TaskKind task) {
    return switch (this) {
      case None() -> Optional.of(this);
      case One(String label) ->
          switch (task) {
            case CLASSIFY -> Optional.of(this);
            case MULTILABEL -> Optional.of(new Many(List.of(label)));
            case SPANS, GENERATE -> Optional.empty();
          };
      case Many(List<String> labels) ->
          task == TaskKind.MULTILABEL
              ? Optional.of(this)
              : labels.size() == 1 ? new One(labels.getFirst()).as(task) : Optional.empty();
      case Spans(List<Mark> marks) -> task == TaskKind.SPANS ? Optional.of(this) : Optional.empty();
    };
  }

  /// The same with labels by number.
  ///
  /// @param numbers of the names, from 0
  /// @throws IllegalArgumentException if nobody said anything yet
  default Target target(ToIntFunction<String> numbers) {
    return switch (this) {
      case None() -> throw new IllegalArgumentException("nobody said anything of this text");
      case One(String label) -> new Target.One(numbers.applyAsInt(label));
      case Many(List<String> labels) ->
          new Target.Many(labels.stream().map(numbers::applyAsInt).toList());
      case Spans(List<Mark> marks) ->
          new Target.Spans(
              marks.stream()
                  .map(mark -> new Span(mark.start(), mark.end(), numbers.applyAsInt(mark.label())))
                  .toList());
    };
  }
}
