package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.train.Method;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// Small tasks on a tiny base model.
record Shelf(Path folder) {
  private static final List<String> LABELS = List.of("food", "travel", "money");
  private static final List<List<String>> WORDS =
      List.of(
          List.of("soup", "bread", "dinner", "cheese", "spoon"),
          List.of("train", "ticket", "airport", "hotel", "map"),
          List.of("bank", "card", "cash", "loan", "fee"));

  static Path baseModel() {
    return Goldens.folder("bert/seqcls");
  }

  /// Texts of three labels that a linear model can tell apart.
  static List<LabeledText> rows(int count) {
    Random random = new Random(5);
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> words = WORDS.get(i % 3);
      StringBuilder text = new StringBuilder("the");
      for (int w = 0; w < 2 + random.nextInt(4); w++) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      Split split = i % 6 == 5 || i % 6 == 1 || i % 6 == 3 ? Split.VALIDATION : Split.TRAIN;
      rows.add(new LabeledText(i + 1, text + " " + i, i % 3, i < count / 2 ? Split.TRAIN : split));
    }
    return rows;
  }

  /// A training of its method alone: what comes where texts are few must be asked for.
  TrainingTask task(Method method, List<LabeledText> rows, Map<String, String> knobs)
      throws IOException {
    Map<String, String> plain = new HashMap<>(knobs);
    plain.putIfAbsent("fewShot", "never");
    Path snapshot = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(LABELS, rows), snapshot);
    return new TrainingTask(
        new TrainingSpec(method, 3, 7, "cpu", plain),
        snapshot,
        baseModel(),
        folder.resolve("run.tmp"),
        folder.resolve("cache"));
  }
}
