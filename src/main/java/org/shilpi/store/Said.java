package org.shilpi.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Span;
import org.shilpi.data.Target;
import tools.jackson.databind.json.JsonMapper;

/// A judgement as the database holds it, labels by number.
///
/// @param label the one label, null where there is none or `rest` holds the judgement
/// @param rest any number of labels `{"labels":[1,2]}` or labeled parts `{"spans":[[0,4,1]]}`
record Said(@Nullable Integer label, @Nullable String rest) {
  private static final Said NOTHING = new Said(null, null);

  // In standing.label_id: the rest tells.
  private static final Integer SEE_REST = 0;

  private static final JsonMapper JSON = new JsonMapper();

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Rest(@Nullable List<Integer> labels, @Nullable List<int[]> spans) {}

  static Said of(Judgement judgement, ToIntFunction<String> numbers) {
    return judgement instanceof Judgement.None ? NOTHING : of(judgement.target(numbers));
  }

  static Said of(Target target) {
    return switch (target) {
      case Target.One(int label) -> new Said(label, null);
      case Target.Many(List<Integer> labels) -> of(new Rest(labels, null));
      case Target.Spans(List<Span> spans) ->
          of(
              new Rest(
                  null,
                  spans.stream()
                      .map(span -> new int[] {span.start(), span.end(), span.label()})
                      .toList()));
    };
  }

  private static Said of(Rest rest) {
    return new Said(null, JSON.writeValueAsString(rest));
  }

  /// From the columns `label_id` and `said`, the one after the other.
  static Said of(ResultRow row, int column) {
    String rest = row.textOrNull(column + 1);
    return rest == null ? new Said(row.wholeOrNull(column), null) : new Said(null, rest);
  }

  /// @param names of the labels' numbers
  Judgement judgement(IntFunction<String> names) {
    if (label == null && rest == null) {
      return Judgement.NONE;
    }
    return switch (target()) {
      case Target.One(int one) -> new Judgement.One(names.apply(one));
      case Target.Many(List<Integer> labels) ->
          new Judgement.Many(labels.stream().map(names::apply).toList());
      case Target.Spans(List<Span> spans) ->
          new Judgement.Spans(
              spans.stream()
                  .map(span -> new Mark(span.start(), span.end(), names.apply(span.label())))
                  .toList());
    };
  }

  /// Only where something was said.
  Target target() {
    if (label != null) {
      return new Target.One(label);
    }
    Rest read = JSON.readValue(rest, Rest.class);
    if (read.labels() != null) {
      return new Target.Many(read.labels());
    }
    if (read.spans() == null) {
      throw new IllegalStateException("neither labels nor spans: " + rest);
    }
    return new Target.Spans(read.spans().stream().map(s -> new Span(s[0], s[1], s[2])).toList());
  }

  /// What `standing.label_id` holds.
  @Nullable Integer standing() {
    return rest == null ? label : SEE_REST;
  }

  /// The labels inside `rest`, each once.
  Set<Integer> tags() {
    return rest == null ? Set.of() : new LinkedHashSet<>(target().labels());
  }
}
