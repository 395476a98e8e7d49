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
        session.encoder().weights().arrays(), (folder, note) -> write(session, note, folder));
  }

  private static void write(Session session, ModelNote note, Path folder) throws IOException {
    Optional<ProblemType> problem =
        switch (session.material().task()) {
          case CLASSIFY -> Optional.of(ProblemType.SINGLE_LABEL_CLASSIFICATION);
          case MULTILABEL -> Optional.of(ProblemType.MULTI_LABEL_CLASSIFICATION);
          case SPANS, GENERATE -> Optional.empty();
        };
    new TunedFolder(session.material().outputs(), problem, note.maxLength())
        .write(session.encoder(), session.task().baseModel(), folder);
    note.write(folder);
  }
}
