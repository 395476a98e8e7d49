package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shilpi.data.Dealing;
import org.shilpi.data.Labeled;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;
import org.shilpi.job.Problem;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;

/// Freezes all labeled texts of a project into a snapshot.
record FreezeData(ProjectSession session) {
  private static final int FEWEST = 2;

  /// What a run started now would learn from, also on disk for a worker.
  ///
  /// @throws Problem if that is too little
  Snapshot run() throws IOException {
    Snapshot snapshot = freeze();
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

  private Snapshot freeze() {
    List<Labeled> texts = new ArrayList<>();
    new ExampleStore(session.database()).labeled(texts::add);
    List<String> labels = new LabelStore(session.database()).names();
    if (texts.isEmpty()) {
      throw Problem.of("problem.train.nothing");
    }
    List<String> used =
        labels.stream()
            .filter(texts.stream().map(Labeled::label).collect(Collectors.toSet())::contains)
            .toList();
    if (used.size() == 1) {
      throw Problem.of("problem.train.one-label", used.getFirst());
    }
    Snapshot snapshot = Dealing.deal(labels, texts);
    if (learnable(snapshot, texts) < FEWEST) {
      throw Problem.of("problem.train.too-few", Integer.toString(texts.size()));
    }
    return snapshot;
  }

  // Labels that have two different texts and of which at least one is left to learn from.
  private static int learnable(Snapshot snapshot, List<Labeled> texts) {
    Set<String> trained = new TreeSet<>();
    for (LabeledText row : snapshot.part(Split.TRAIN)) {
      trained.add(snapshot.labels().get(row.label()));
    }
    return (int)
        texts.stream()
            .filter(text -> trained.contains(text.label()))
            .collect(
                Collectors.groupingBy(
                    Labeled::label,
                    Collectors.mapping(text -> TextKey.of(text.text()), Collectors.toSet())))
            .values()
            .stream()
            .filter(different -> different.size() >= FEWEST)
            .count();
  }
}
