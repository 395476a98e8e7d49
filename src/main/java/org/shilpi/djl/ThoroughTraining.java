package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;

/// The thorough method: all weights may learn, and the model is a whole Hugging Face folder.
final class ThoroughTraining {
  private ThoroughTraining() {}

  static DeepTraining.Learning begin(Session session) {
    return new DeepTraining.Learning(
        session.encoder().weights().arrays(), (folder, note) -> write(session, note, folder));
  }

  private static void write(Session session, ModelNote note, Path folder) throws IOException {
    TunedFolder.of(note).write(session.encoder(), session.task().baseModel(), folder);
    note.write(folder);
  }
}
