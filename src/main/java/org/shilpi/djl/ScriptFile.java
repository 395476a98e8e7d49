package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shilpi.basemodel.Tensor;
import org.shilpi.project.AtomicFile;

/// A network as one TorchScript archive, which any libtorch runs by itself: `forward(input_ids,
/// attention_mask)` gives label scores (logits), `[texts, labels]`, or `[texts, tokens, tags]`
/// where tokens are tagged. Ids and mask are `[texts, tokens]`, 64-bit integers, the mask 1 where
/// there is a token, else 0.
///
/// The programs are the very ones that learned, without oneDNN's operators, which not every
/// libtorch has. Weights are parameters, so that they move between devices as those of any module.
final class ScriptFile {
  private ScriptFile() {}

  /// @param method of the programs that answers: `classify` or `tag`
  static void write(Encoder encoder, String method, Path file) throws IOException {
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    encoder
        .weights()
        .arrays()
        .forEach((plain, array) -> {
          String name = plain.replace('.', '_');
          names.put(plain, "self." + name);
          if (parameters.put(name, Weights.tensor(array)) != null) {
            throw new IllegalStateException("two weights become " + name);
          }
        });
    String text =
        Program.text("product", "blocks", encoder.config().family().program(), "encoder", "heads")
            + dictionary("weights", names)
            + dictionary("numbers", numbers(encoder.numbers()))
            + """
            def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
              return self.%s(self.weights(), self.numbers(), input_ids, torch.zeros_like(input_ids), attention_mask, torch.zeros([]))
            """
                .formatted(method);
    AtomicFile.write(file, out -> Archive.write(out, text, parameters));
  }

  private static Map<String, String> numbers(Dict numbers) {
    Map<String, String> texts = new LinkedHashMap<>();
    numbers.arrays().forEach((name, array) -> texts.put(name, number(array)));
    return texts;
  }

  private static String number(NDArray array) {
    return "torch.full([], " + array.toArray()[0].doubleValue() + ", dtype=6)";
  }

  /// A method that gives a dictionary of tensors.
  private static String dictionary(String name, Map<String, String> values) {
    String entries =
        values.entrySet().stream()
            .map(entry -> '"' + entry.getKey() + "\": " + entry.getValue())
            .collect(Collectors.joining(", "));
    return "def %s(self) -> Dict[str, Tensor]:\n  return {%s}\n\n".formatted(name, entries);
  }
}
