package org.shilpi.djl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shilpi.basemodel.Tensor;

/// A network as one TorchScript archive, which any libtorch runs by itself: `forward(input_ids,
/// attention_mask)` gives label scores (logits), `[texts, labels]`, or `[texts, tokens, tags]`
/// where tokens are tagged. Ids and mask are `[texts, tokens]`, 64-bit integers, the mask 1 where
/// there is a token, else 0.
///
/// Weights are parameters, so that they move between devices as those of any module.
final class ScriptFile {
  private ScriptFile() {}

  static void write(OutputStream out, Network network) throws IOException {
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    Map<String, String> weights = new LinkedHashMap<>();
    network
        .weights()
        .forEach((plain, tensor) -> {
          String name = plain.replace('.', '_');
          weights.put(plain, "self." + name);
          if (parameters.put(name, tensor) != null) {
            throw new IllegalStateException("two weights become " + name);
          }
        });
    Map<String, String> numbers = new LinkedHashMap<>();
    network
        .numbers()
        .forEach((name, value) -> numbers.put(name, "torch.full([], " + value + ", dtype=6)"));
    String text =
        network.programs()
            + dictionary("weights", weights)
            + dictionary("numbers", numbers)
            + """
            def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
              return self.%s(self.weights(), self.numbers(), input_ids, torch.zeros_like(input_ids), attention_mask, torch.zeros([]))
            """
                .formatted(network.method());
    Archive.write(out, text, parameters);
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
