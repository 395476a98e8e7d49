package org.shilpi.djl;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.basemodel.Tensor;

/// All that makes a network, to be written for others to run: the very programs that learned,
/// without oneDNN's operators, which not every libtorch has.
///
/// @param method which method of the programs answers: `classify` or `tag`
/// @param weights fp32, by plain name
/// @param numbers see [Numbers]
record Network(
    String programs, String method, Map<String, Tensor> weights, Map<String, Double> numbers) {
  static Network of(Encoder encoder, String method) throws IOException {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    encoder.weights().arrays().forEach((name, array) -> weights.put(name, Weights.tensor(array)));
    Map<String, Double> numbers = new LinkedHashMap<>();
    encoder
        .numbers()
        .arrays()
        .forEach((name, array) -> numbers.put(name, array.toArray()[0].doubleValue()));
    String family = encoder.config().family().program();
    return new Network(
        Program.text("product", "blocks", family, "encoder", "heads"), method, weights, numbers);
  }
}
