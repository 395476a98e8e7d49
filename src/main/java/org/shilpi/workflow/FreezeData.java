package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shilpi.data.Dealing;
import org.shilpi.data.Labeled;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;

/// Freezes all labeled texts of a project into a snapshot.
record FreezeData(ProjectSession session) {
  private static final int DIFFERENT_TEXTS = 2;

  /// What a run started now would learn from, also on disk for a worker.
  ///
  /// @throws Problem if that is too little
  Snapshot run() throws IOException {
    return run(JobContext.quiet());
  }

  /// @param context to stop by
  Snapshot run(JobContext context) throws IOException {
    Snapshot snapshot = look(context);
    Path file = session.paths().snapshot(snapshot.fingerprint());
    session.freezing().lock();
    try {
      if (!Files.exists(file)) {
        SnapshotFile.write(snapshot, file);
      }
    } finally {
      session.freezing().unlock();
    }
    return snapshot;
  }

  /// The same without putting it on disk.
  Snapshot look(JobContext context) {
    List<Labeled> texts = new ArrayList<>();
    new ExampleStore(session.database()).labeled(texts::add);
    List<String> labels = new LabelStore(session.database()).names();
    if (texts.isEmpty()) {
      throw Problem.of("problem.train.nothing");
    }
    TaskKind task = session.task();
    Snapshot snapshot =
        Dealing.deal(
            task, labels, texts, session.nearCopies(texts, context), new DealTexts(session).rule());
    if (task == TaskKind.CLASSIFY && snapshot.labels().size() == 1) {
      throw Problem.of("problem.train.one-label", snapshot.labels().getFirst());
    }
    long learnable = learnable(snapshot, texts);
    if (task == TaskKind.CLASSIFY ? learnable < 2 : learnable < 1) {
      throw Problem.of(
          task == TaskKind.CLASSIFY ? "problem.train.too-few" : "problem.train.too-few-labeled",
          Integer.toString(texts.size()));
    }
    return snapshot;
  }

  // Labels that have two different texts and of which at least one is left to learn from.
  private static long learnable(Snapshot snapshot, List<Labeled> texts) {
    Set<Integer> trained = new HashSet<>();
    for (LabeledText row : snapshot.part(Split.TRAIN)) {
      trained.addAll(row.target().labels());
    }
    Map<String, Set<UUID>> different = new HashMap<>();
    for (Labeled text : texts) {
      UUID key = TextKey.of(text.text());
      for (String label : text.judgement().labels()) {
        different.computeIfAbsent(label, none -> new HashSet<>()).add(key);
      }
    }
    return trained.stream()
        .filter(label ->
            different.getOrDefault(snapshot.labels().get(label), Set.of()).size()
                >= DIFFERENT_TEXTS)
        .count();
  }
}
