package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A [SpanBaseline] on disk, `dictionary.json`:
/// `{"version":1,"labels":[…],"validationF1":0.5,"longest":2,"phrases":{"New
/// York":{"label":0,"share":0.9}}}`.
final class DictionaryFile {
  private static final String NAME = "dictionary.json";
  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private record Content(
      int version,
      List<String> labels,
      double validationF1,
      int longest,
      Map<String, Dictionary.Entry> phrases) {}

  private DictionaryFile() {}

  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  static void write(SpanBaseline baseline, Path folder) throws IOException {
    Content content =
        new Content(
            VERSION,
            baseline.labels(),
            baseline.validationF1(),
            baseline.dictionary().longest(),
            baseline.dictionary().phrases());
    AtomicFile.write(folder.resolve(NAME), out -> out.write(JSON.writeValueAsBytes(content)));
  }

  static SpanBaseline read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
      if (content.version() > VERSION) {
        throw Problem.of("problem.train.baselines-newer", file.toString());
      }
      for (Dictionary.Entry entry : content.phrases().values()) {
        if (entry.label() < 0 || entry.label() >= content.labels().size()) {
          throw Problem.of("problem.train.baselines-damaged", file.toString());
        }
      }
      return new SpanBaseline(
          content.labels(),
          new Dictionary(content.phrases(), content.longest()),
          content.validationF1());
    } catch (JacksonException | NullPointerException e) {
      throw Problem.causedBy(e, "problem.train.baselines-damaged", file.toString());
    }
  }
}
