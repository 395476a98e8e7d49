package org.shilpi.workflow;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Known;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.AnnotationStore.Imported;
import org.shilpi.store.Database;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.RejectedStore.TurnedAway;
import org.shilpi.store.SettingStore;
import org.shilpi.store.SourceStore;
import org.shilpi.store.SourceStore.Present;

/// The rows of some files on their way into the database: batch by batch, each in a transaction of
/// its own, seen by nobody before [#finish]. One transaction for all took three times as long, and
/// left a file many times the size.
final class Intake {
  private static final int BATCH = 2_000;
  private static final long BATCH_CHARACTERS = 4_000_000;

  /// Rows that leave holes in the database's file.
  private static final int MUCH = 50_000;

  /// More labels than anybody could choose from: it is not the label's column.
  private static final int MOST_LABELS = 1_000;

  private final Database database;
  private final TaskKind task;
  private final Instant at;
  private final ImportOrder order;
  private final Present before;
  private final Map<String, Integer> labels;
  private final List<String> added = new ArrayList<>();
  private SeenTexts seen;
  private Optional<Remains> remains = Optional.empty();

  private final List<SourceStore.Arriving> sources = new ArrayList<>();
  private final List<ExampleStore.Arriving> texts = new ArrayList<>();
  private final List<Imported> judgements = new ArrayList<>();
  private final List<TurnedAway> rejected = new ArrayList<>();
  private long waiting;
  private long lastText;
  private long lastSource;
  private long turnedAway;

  private FileCount file = new FileCount("", Split.NONE, 0, 0, false);

  /// What the present file brought.
  private static final class FileCount {
    private final String name;
    private final Split split;
    private final long textsBefore;
    private final int labelsBefore;
    private final boolean other;
    private long taken;
    private long turnedAway;
    private long duplicates;

    /// @param other whether another file was in its place when the import was cut off
    FileCount(String name, Split split, long textsBefore, int labelsBefore, boolean other) {
      this.name = name;
      this.split = split;
      this.textsBefore = textsBefore;
      this.labelsBefore = labelsBefore;
      this.other = other;
    }
  }

  Intake(ProjectSession session, ImportOrder order) {
    this.database = session.database();
    this.task = session.task();
    this.at = session.clock().instant();
    this.order = order;
    SourceStore store = new SourceStore(database);
    this.before = store.present();
    this.lastText = before.example();
    this.lastSource = before.source();
    this.labels = new LabelStore(database).numbers();
    this.seen = seen();
  }

  private SeenTexts seen() {
    SeenTexts keys = new SeenTexts();
    new ExampleStore(database).keys(lastText, keys::add);
    texts.forEach(text -> keys.add(text.key()));
    return keys;
  }

  /// Begins with the first file.
  void begin() {
    new SourceStore(database).withdraw(before);
    CutOff.begin(database, order, at);
  }

  /// Begins with the first file once more: what is there already is not written again.
  void goOn() {
    remains = Optional.of(new Remains(database, before));
  }

  /// Begins a file.
  void open(String name, String sha256, Split split) {
    lastSource++;
    long source = lastSource;
    boolean other = remains.filter(left -> left.otherFile(source, name, sha256)).isPresent();
    file = new FileCount(name, split, lastText, added.size(), other);
    if (!file.other && remains.filter(left -> left.hasSource(source)).isEmpty()) {
      sources.add(new SourceStore.Arriving(lastSource, name, sha256, at));
    }
  }

  void take(Mapped row) throws IOException {
    switch (row) {
      case Mapped.Bad(Rejected bad) -> turnAway(bad);
      case Mapped.Text text ->
          text.judgement()
              .as(task)
              .ifPresentOrElse(
                  judgement -> take(text, judgement), () -> turnAway(misfit(text, task)));
    }
    if (texts.size() + rejected.size() >= BATCH || waiting >= BATCH_CHARACTERS) {
      flush();
    }
  }

  private void take(Mapped.Text row, Judgement judgement) {
    UUID key = TextKey.of(row.text());
    boolean known = !seen.add(key);
    file.duplicates += known ? 1 : 0;
    if (known && order.known() == Known.LEAVE_OUT) {
      return;
    }
    judgement.labels().forEach(this::add);
    lastText++;
    file.taken++;
    if (!written(key)) {
      texts.add(new ExampleStore.Arriving(lastSource, key, example(row)));
      judgements.add(new Imported(lastText, judgement));
      waiting += row.text().length();
    }
  }

  // A file that was left out the first time will be left out again: until then nothing of it
  // counts.
  private boolean written(UUID key) {
    return file.other
        || remains.filter(r -> r.hasText(lastText, lastSource, key, file.name)).isPresent();
  }

  // What the user says of the whole file counts more than what the file says of a row.
  private Example example(Mapped.Text row) {
    Optional<Split> own = row.origin().field(Origin.SPLIT).flatMap(Split::named);
    if (own.isEmpty()) {
      return new Example(lastText, row.text(), file.split, file.name, row.number(), row.origin());
    }
    Map<String, String> fields = new LinkedHashMap<>(row.origin().fields());
    fields.remove(Origin.SPLIT);
    return new Example(
        lastText,
        row.text(),
        file.split == Split.NONE ? own.get() : file.split,
        file.name,
        row.number(),
        fields.isEmpty() ? Origin.UNKNOWN : new Origin(fields));
  }

  private void turnAway(Rejected row) {
    file.turnedAway++;
    turnedAway++;
    if (!file.other && remains.filter(left -> left.hasRejected(lastSource)).isEmpty()) {
      rejected.add(new TurnedAway(lastSource, row));
    }
  }

  /// Why a judgement is none for a task.
  static Rejected misfit(Mapped.Text row, TaskKind task) {
    String key =
        switch (row.judgement()) {
          case Judgement.Spans spans -> "rejected.marks-parts";
          case Judgement.Many many when task == TaskKind.CLASSIFY -> "rejected.several-labels";
          default -> "rejected.labels-whole";
        };
    return new Rejected(row.number(), row.text(), Reason.of(key));
  }

  // Written down at the end, when it is sure that they come in.
  private void add(String label) {
    if (!labels.containsKey(label)) {
      if (labels.size() >= MOST_LABELS) {
        throw Problem.of("problem.data.many-labels", file.name, Integer.toString(MOST_LABELS));
      }
      labels.put(label, labels.size() + 1);
      added.add(label);
    }
  }

  private void flush() throws IOException {
    database.transaction(statements -> {
      new SourceStore(statements).add(sources);
      new ExampleStore(statements).insert(texts);
      new AnnotationStore(statements).importAll(judgements, labels);
      new RejectedStore(statements).insert(rejected);
      return true;
    });
    clear();
  }

  private void clear() {
    sources.clear();
    texts.clear();
    judgements.clear();
    rejected.clear();
    waiting = 0;
  }

  /// Rows of all files so far.
  long rows() {
    return lastText - before.example() + turnedAway;
  }

  /// Ends the present file.
  ///
  /// @throws Problem if it had no rows, or is not what it was when the import was cut off
  ImportReport close() {
    if (file.taken + file.turnedAway + file.duplicates == 0) {
      throw Problem.of("problem.data.no-rows", file.name);
    }
    if (file.other) {
      throw Remains.changed(file.name);
    }
    return new ImportReport(
        file.taken,
        file.turnedAway,
        file.duplicates,
        List.copyOf(added.subList(file.labelsBefore, added.size())));
  }

  /// Takes away what the present file brought.
  void abandon() throws IOException {
    long source = lastSource;
    sources.removeIf(one -> one.id() == source);
    texts.removeIf(one -> one.source() == source);
    judgements.removeIf(one -> one.exampleId() > file.textsBefore);
    rejected.removeIf(one -> one.source() == source);
    List<String> unwanted = added.subList(file.labelsBefore, added.size());
    unwanted.forEach(labels::remove);
    unwanted.clear();
    turnedAway -= file.turnedAway;
    lastText = file.textsBefore;
    lastSource--;
    if (!file.other) {
      new SourceStore(database).withdraw(last());
      remains.ifPresent(left -> left.cut(last()));
    }
    seen = seen();
  }

  /// Makes everything part of the project, at once.
  void finish() throws IOException {
    remains.ifPresent(left -> left.requireMet(last(), file.name));
    flush();
    database.transaction(statements -> {
      LabelStore store = new LabelStore(statements);
      added.forEach(store::add);
      new SourceStore(statements).arrive(last());
      new SettingStore(statements).remove(SettingStore.IMPORT);
      return true;
    });
    compactIfMuch();
  }

  private Present last() {
    return new Present(lastText, lastSource);
  }

  /// Takes everything away.
  void withdraw() {
    clear();
    new SettingStore(database).remove(SettingStore.IMPORT);
    new SourceStore(database).withdraw(before);
    compactIfMuch();
  }

  private void compactIfMuch() {
    if (rows() >= MUCH) {
      database.compactWhenClosed();
    }
  }
}
