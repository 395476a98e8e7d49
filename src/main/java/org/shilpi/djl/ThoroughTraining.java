package org.shilpi.djl;

/// The thorough method: all weights may learn, and the model is a whole Hugging Face folder.
final class ThoroughTraining {
  private ThoroughTraining() {}

  static DeepTraining.Learning begin(Session session) {
    return new DeepTraining.Learning(
        session.encoder().weights().arrays(), folder -> TunedFolder.write(session, folder));
  }
}
