package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shilpi.basemodel.ProblemType;

/// The thorough method: all weights may learn, and the model is a whole Hugging Face folder.
final class ThoroughTraining {
  private ThoroughTraining() {}

  static DeepTraining.Learning begin(Session session) {
    return new DeepTraining.Learning(
        session.encoder().weights().arrays(), folder -> write(session, folder));
  }

  private static void write(Session session, Path folder) throws IOException {
    ModelNote note = session.note();
    Optional<ProblemType> problem = Optional.of(ProblemType.SINGLE_LABEL_CLASSIFICATION);
    new TunedFolder(note.labels(), problem, note.maxLength())
        .write(session.encoder(), session.task().baseModel(), folder);
    note.write(folder);
  }
}
