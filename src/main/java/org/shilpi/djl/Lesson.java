package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.shilpi.data.LabeledText;
import org.shilpi.job.JobContext;

/// Rows as a network takes them, with their right answers, for one kind of task.
interface Lesson {
  /// Token ids of each row.
  List<int[]> tokens();

  /// The program's method for a training step.
  String step();

  Aim aim();

  /// The right answers of some rows, as the step takes them.
  ///
  /// @param scope owns the result
  /// @param longest tokens of the longest of these rows
  NDArray answers(NDManager scope, int[] batch, int longest);

  /// What the losses of these rows are divided by to make a mean. That of a whole step belongs to
  /// each of its parts: so their losses and gradients add up, however the step is divided.
  double whole(int[] batch);

  /// How a network does on all rows.
  Softmax.Score score(Encoder encoder, JobContext context);

  default int[] lengths() {
    return tokens().stream().mapToInt(row -> row.length).toArray();
  }

  default List<int[]> tokens(int[] batch) {
    return Arrays.stream(batch).mapToObj(tokens()::get).toList();
  }

  static Lesson of(Session session, List<LabeledText> rows) throws IOException {
    int labels = session.material().labels().size();
    return new SingleLesson(session.tokens(rows), Material.labels(rows), Aim.plain(labels));
  }
}
