package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shilpi.privacy.Receipt;
import org.shilpi.project.AtomicFile;
import org.shilpi.store.ReceiptStore;
import org.shilpi.train.TrainingResult;
import tools.jackson.databind.json.JsonMapper;

/// What a model tells of the privacy gate that its texts went through.
record PrivacyNote(ProjectSession session) {
  static final String FILE = "privacy.json";
  private static final JsonMapper JSON = new JsonMapper();

  /// The receipt beside a model, if it has one.
  ///
  /// @param folder of the run
  static Optional<Receipt> of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readAllBytes(file), Receipt.class))
        : Optional.empty();
  }

  /// Puts the receipt beside the model and its digest into the result.
  ///
  /// @param folder of the run
  TrainingResult attach(TrainingResult result, Path folder) throws IOException {
    Optional<Receipt> receipt = new ReceiptStore(session.database()).newest();
    if (receipt.isEmpty()) {
      return result;
    }
    AtomicFile.write(
        folder.resolve(FILE),
        out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(receipt.get())));
    Map<String, String> facts = new TreeMap<>(result.provenance());
    facts.put("privacy", receipt.get().state().id() + " " + receipt.get().result());
    return new TrainingResult(
        result.seconds(),
        result.examplesPerSecond(),
        result.peakRssMb(),
        result.bestEpoch(),
        result.validationAccuracy(),
        result.validationLoss(),
        facts);
  }
}
