package org.shilpi.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.Example;

/// Labeling, one text at a time. Every decision is on disk when a method returns.
public final class LabelExamples {
  /// A decision that can still be changed.
  public record Decision(Example example, String label) {}

  public LabelExamples(ProjectSession session) {}

  /// The text that should be labeled next: unlabeled, skipped ones last. Empty when all have a
  /// label.
  public Optional<Example> next() {
    throw new UnsupportedOperationException("contract only");
  }

  /// The text after or before this one by number, labeled or not.
  public Optional<Example> neighbour(long exampleId, boolean forward) {
    throw new UnsupportedOperationException("contract only");
  }

  public Optional<Example> find(long exampleId) {
    throw new UnsupportedOperationException("contract only");
  }

  /// The text's present label.
  public Optional<String> labelOf(long exampleId) {
    throw new UnsupportedOperationException("contract only");
  }

  /// @throws org.shilpi.job.Problem if the project has no such label
  public void label(long exampleId, String label) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Puts the text at the end of the queue, for this session.
  public void skip(long exampleId) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Takes back the newest decision that a person made; its text gets its earlier label, or none.
  public Optional<Decision> undo() {
    throw new UnsupportedOperationException("contract only");
  }

  /// The newest decisions a person made, newest first.
  public List<Decision> recent(int limit) {
    throw new UnsupportedOperationException("contract only");
  }

  /// Labels in their order with how many texts have each.
  public Map<String, Integer> counts() {
    throw new UnsupportedOperationException("contract only");
  }

  /// Adds a label at the end.
  ///
  /// @throws org.shilpi.job.Problem if it is blank or there already
  public void addLabel(String name) {
    throw new UnsupportedOperationException("contract only");
  }
}
