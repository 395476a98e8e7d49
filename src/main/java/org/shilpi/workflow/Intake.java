package org.shilpi.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.AnnotationStore.Imported;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.Statements;

/// The rows of one file on their way into the database, in batches inside one transaction.
final class Intake {
  private static final int BATCH = 1_000;
  private static final long BATCH_CHARACTERS = 4_000_000;

  /// More labels than anybody could choose from: it is not the label's column.
  private static final int MOST_LABELS = 1_000;

  private final ExampleStore examples;
  private final AnnotationStore annotations;
  private final RejectedStore rejects;
  private final LabelStore labels;
  private final Map<String, Integer> known;
  private final List<String> added = new ArrayList<>();
  private final long source;
  private final String name;
  private final Split split;
  private final TaskKind task;

  private final List<Example> texts = new ArrayList<>();
  private final List<Imported> imported = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private long waiting;
  private long nextId;
  private long taken;
  private long turnedAway;

  Intake(Statements statements, TaskKind task, String name, Split split, Instant at) {
    this.examples = new ExampleStore(statements);
    this.annotations = new AnnotationStore(statements);
    this.rejects = new RejectedStore(statements);
    this.labels = new LabelStore(statements);
    this.known = labels.numbers();
    this.source = examples.addSource(name, at);
    this.nextId = examples.nextId();
    this.name = name;
    this.split = split;
    this.task = task;
  }

  void take(Mapped row) {
    switch (row) {
      case Mapped.Bad(Rejected bad) -> {
        rejected.add(bad);
        turnedAway++;
      }
      case Mapped.Text text ->
          text.judgement()
              .as(task)
              .ifPresentOrElse(judgement -> take(text, judgement), () -> turnAway(text));
    }
    if (texts.size() + rejected.size() >= BATCH || waiting >= BATCH_CHARACTERS) {
      flush();
    }
  }

  private void take(Mapped.Text row, Judgement judgement) {
    judgement.labels().forEach(this::add);
    texts.add(new Example(nextId, row.text(), split, name, row.number(), row.origin()));
    imported.add(new Imported(nextId, judgement));
    nextId++;
    waiting += row.text().length();
    taken++;
  }

  private void turnAway(Mapped.Text row) {
    String key =
        switch (row.judgement()) {
          case Judgement.Spans spans -> "rejected.marks-parts";
          case Judgement.Many many when task == TaskKind.CLASSIFY -> "rejected.several-labels";
          default -> "rejected.labels-whole";
        };
    rejected.add(new Rejected(row.number(), row.text(), Reason.of(key)));
    turnedAway++;
  }

  private void add(String label) {
    if (!known.containsKey(label)) {
      if (known.size() >= MOST_LABELS) {
        throw Problem.of("problem.data.many-labels", name, Integer.toString(MOST_LABELS));
      }
      known.put(label, labels.add(label));
      added.add(label);
    }
  }

  void flush() {
    examples.insert(source, texts);
    annotations.importAll(imported, known);
    rejects.insert(source, rejected);
    texts.clear();
    imported.clear();
    rejected.clear();
    waiting = 0;
  }

  /// Rows so far.
  long rows() {
    return taken + turnedAway;
  }

  ImportReport report() {
    return new ImportReport(taken, turnedAway, examples.duplicates(source), List.copyOf(added));
  }
}
