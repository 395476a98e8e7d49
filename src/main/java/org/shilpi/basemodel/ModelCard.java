package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// `shilpi-model.json` in a model's folder: what the catalogue shows without opening the weights.
final class ModelCard {
  static final String FILE = "shilpi-model.json";

  private ModelCard() {}

  /// @throws IOException if the file cannot be read or is no card
  static BaseModel read(Path folder) throws IOException {
    try {
      return parse(Files.readAllBytes(folder.resolve(FILE)));
    } catch (JacksonException | Problem e) {
      throw new IOException("damaged card in " + folder, e);
    }
  }

  static BaseModel parse(byte[] json) {
    ObjectNode card = StrictJson.read(json, FILE);
    // Cards written before these were known.
    if (!card.has("facts")) {
      card.putPOJO("facts", ModelFacts.NONE);
    }
    if (!card.has("originals")) {
      card.putObject("originals");
    }
    return StrictJson.convert(card, BaseModel.class);
  }

  static void write(BaseModel model, Path folder) throws IOException {
    Files.write(folder.resolve(FILE), StrictJson.print(model));
  }
}
