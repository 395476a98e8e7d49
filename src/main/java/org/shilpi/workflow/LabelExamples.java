package org.shilpi.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Origin;
import org.shilpi.data.Rejected;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.AnnotationStore.Decided;
import org.shilpi.store.Database.Work;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.Statements;

/// Labeling, one text at a time. Every decision is on disk when a method returns. Safe for use by
/// several threads.
public final class LabelExamples {
  /// A decision that can still be changed.
  public record Decision(Example example, Judgement judgement) {
    /// The one label, or all of them with commas.
    public String label() {
      return String.join(", ", judgement.labels());
    }
  }

  private final ProjectSession session;
  private final Set<Long> skipped = new LinkedHashSet<>();

  public LabelExamples(ProjectSession session) {
    this.session = session;
  }

  /// The text that should be labeled next: unlabeled, skipped ones last. Empty when all have a
  /// label.
  public synchronized Optional<Example> next() {
    ExampleStore examples = new ExampleStore(session.database());
    long from = 1;
    while (true) {
      Optional<Example> found = examples.nextUnlabeled(from);
      if (found.isEmpty()) {
        break;
      }
      if (!skipped.contains(found.get().id())) {
        return found;
      }
      from = found.get().id() + 1;
    }
    for (long id : skipped) {
      if (judgementOf(id) instanceof Judgement.None) {
        return examples.find(id);
      }
    }
    return Optional.empty();
  }

  /// The text after or before this one by number, labeled or not.
  public Optional<Example> neighbour(long exampleId, boolean forward) {
    return new ExampleStore(session.database()).neighbour(exampleId, forward);
  }

  public Optional<Example> find(long exampleId) {
    return new ExampleStore(session.database()).find(exampleId);
  }

  /// What is said of a text now.
  public Judgement judgementOf(long exampleId) {
    return new AnnotationStore(session.database()).standing(exampleId);
  }

  /// The present label of a text that has at most one; of any other, all its labels with commas.
  public Optional<String> labelOf(long exampleId) {
    return Optional.of(String.join(", ", judgementOf(exampleId).labels()))
        .filter(label -> !label.isEmpty());
  }

  /// @throws Problem if the project has no such label or no such text, or its texts have more than
  ///   one label each
  public void label(long exampleId, String label) {
    if (session.task() != TaskKind.CLASSIFY) {
      throw Problem.of("problem.label.task", session.task().id());
    }
    judge(exampleId, Judgement.of(label));
  }

  /// @param judgement as the project's task wants it
  /// @throws Problem if the project has no such label or no such text, or a marked part does not
  ///   lie in the text
  public void judge(long exampleId, Judgement judgement) {
    Judgement fitting = fitting(session, judgement);
    change(statements -> {
      check(statements, exampleId, fitting);
      new AnnotationStore(statements).decide(exampleId, fitting, session.clock().instant());
      return fitting;
    });
    forget(exampleId);
  }

  /// A judgement as the project's task wants it.
  static Judgement fitting(ProjectSession session, Judgement judgement) {
    return judgement
        .as(session.task())
        .orElseThrow(() -> Problem.of("problem.label.task", session.task().id()));
  }

  /// @throws Problem if the project has no such label or no such text, or a marked part does not
  ///   lie in the text
  static void check(Statements statements, long exampleId, Judgement fitting) {
    List<String> names = new LabelStore(statements).names();
    for (String label : fitting.labels()) {
      if (!names.contains(label)) {
        throw unknown(label, names);
      }
    }
    Example example =
        new ExampleStore(statements)
            .find(exampleId)
            .orElseThrow(() -> Problem.of("problem.label.no-text", Long.toString(exampleId)));
    if (Mapping.check(new Mapped.Text(example.row(), example.text(), fitting, Origin.UNKNOWN), "")
        instanceof Mapped.Bad(Rejected bad)) {
      throw Problem.of(bad.reason().key());
    }
  }

  private static Problem unknown(String label, List<String> known) {
    return known.isEmpty()
        ? Problem.of("problem.label.none", label)
        : Problem.of("problem.label.unknown", label, String.join(", ", known));
  }

  private synchronized void forget(long exampleId) {
    skipped.remove(exampleId);
  }

  /// Puts the text at the end of the queue, for this session.
  public synchronized void skip(long exampleId) {
    skipped.remove(exampleId);
    skipped.add(exampleId);
  }

  /// Takes back the newest decision that a person made; its text gets its earlier label, or none.
  public Optional<Decision> undo() {
    return change(statements -> {
      AnnotationStore annotations = new AnnotationStore(statements);
      Optional<Decided> newest = annotations.newest();
      Optional<Decision> undone = newest.flatMap(decided -> decision(statements, decided));
      newest.ifPresent(decided -> annotations.undo(decided, session.clock().instant()));
      return undone;
    });
  }

  /// The newest decisions a person made, newest first; of a text that was decided anew only the
  /// latest.
  public List<Decision> recent(int limit) {
    return change(statements -> {
      List<Decision> decisions = new ArrayList<>();
      for (Decided decided : new AnnotationStore(statements).recent(limit)) {
        decision(statements, decided).ifPresent(decisions::add);
      }
      return decisions;
    });
  }

  private static Optional<Decision> decision(Statements statements, Decided decided) {
    return new ExampleStore(statements)
        .find(decided.exampleId())
        .map(example -> new Decision(example, decided.judgement()));
  }

  /// Whether a text has exactly one label in this project: others cannot be decided about yet.
  public boolean oneLabelEach() {
    return session.task() == TaskKind.CLASSIFY;
  }

  /// How many texts the project has, labeled or not.
  public int texts() {
    return (int) new ExampleStore(session.database()).count();
  }

  /// How many texts somebody judged.
  public int labeled() {
    return (int) new AnnotationStore(session.database()).labeled();
  }

  /// Labels in their order with how many texts have each.
  public Map<String, Integer> counts() {
    return new LabelStore(session.database()).counts();
  }

  /// Adds a label at the end.
  ///
  /// @throws Problem if it is blank, too long, or there already, or while an import is running
  public void addLabel(String name) {
    String label = name.strip();
    if (label.isEmpty() || label.indexOf('\0') >= 0) {
      throw Problem.of("problem.label.blank");
    }
    if (label.length() > Mapping.LONGEST_LABEL) {
      throw Problem.of("problem.label.too-long", Integer.toString(Mapping.LONGEST_LABEL));
    }
    // An import adds labels too, and may roll back.
    if (!session.imports().tryLock()) {
      throw Problem.of("problem.label.importing");
    }
    try {
      change(statements -> {
        LabelStore labels = new LabelStore(statements);
        if (labels.number(label).isPresent()) {
          throw Problem.of("problem.label.exists", label);
        }
        return labels.add(label);
      });
    } finally {
      session.imports().unlock();
    }
  }

  private <T> T change(Work<T> work) {
    try {
      return session.database().transaction(work);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
