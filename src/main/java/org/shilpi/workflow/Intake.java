package org.shilpi.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Origin;
import org.shilpi.data.Rejected;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;
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
  private final Instant at;

  private final List<Example> texts = new ArrayList<>();
  private final List<Imported> imported = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private long waiting;
  private long nextId;
  private long taken;
  private long turnedAway;

  Intake(Statements statements, String name, Split split, Instant at) {
    this.examples = new ExampleStore(statements);
    this.annotations = new AnnotationStore(statements);
    this.rejects = new RejectedStore(statements);
    this.labels = new LabelStore(statements);
    this.known = labels.numbers();
    this.source = examples.addSource(name, at);
    this.nextId = examples.nextId();
    this.name = name;
    this.split = split;
    this.at = at;
  }

  void take(Mapped row) {
    switch (row) {
      case Mapped.Bad(Rejected bad) -> {
        rejected.add(bad);
        turnedAway++;
      }
      case Mapped.Text(long number, String text, Judgement judgement, Origin origin) -> {
        Example example = new Example(nextId++, text, split, name, number);
        texts.add(example);
        waiting += text.length();
        taken++;
        Integer label = judgement instanceof Judgement.One(String one) ? number(one) : null;
        imported.add(new Imported(example.id(), label));
      }
    }
    if (texts.size() + rejected.size() >= BATCH || waiting >= BATCH_CHARACTERS) {
      flush();
    }
  }

  private int number(String label) {
    Integer number = known.get(label);
    if (number == null) {
      if (known.size() >= MOST_LABELS) {
        throw Problem.of("problem.data.many-labels", name, Integer.toString(MOST_LABELS));
      }
      number = labels.add(label);
      known.put(label, number);
      added.add(label);
    }
    return number;
  }

  void flush() {
    examples.insert(source, texts);
    annotations.importAll(imported, at);
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
