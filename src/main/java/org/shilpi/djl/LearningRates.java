package org.shilpi.djl;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.train.Knobs;

/// Peak learning rates of an encoder's weights by their plain names: of the head, of the layers,
/// each somewhat below the one above it where there is layer-wise decay (Howard & Ruder, 2018), and
/// of the embeddings.
final class LearningRates {
  private static final Pattern LAYER = Pattern.compile("layers?\\.(\\d+)\\.");
  private static final Pattern WORDS =
      Pattern.compile("embeddings\\.(?:word|tok)_embeddings\\.weight");
  private static final String EMBEDDINGS = "embeddings";
  private static final String HEAD = "classifier.";
  private static final String POOLER = "pooler.";

  private final Knobs.Rates rates;
  private final Knobs.Freezing frozen;
  private final int layers;

  /// @param weights names of the encoder's
  LearningRates(Knobs knobs, Collection<String> weights) {
    this.rates = knobs.rates();
    this.frozen = knobs.freezing();
    this.layers = 1 + weights.stream().mapToInt(name -> layer(name).orElse(-1)).max().orElse(-1);
  }

  /// The peak for this weight; empty if it does not learn.
  Optional<Double> of(String name) {
    if (name.startsWith(POOLER)) {
      return Optional.empty();
    }
    if (name.startsWith(HEAD)) {
      return Optional.of(rates.head());
    }
    OptionalInt layer = layer(name);
    if (layer.isPresent()) {
      return layer.getAsInt() < frozen.layers()
          ? Optional.empty()
          : Optional.of(rates.base() * below(layers - 1 - layer.getAsInt()));
    }
    if (name.startsWith(EMBEDDINGS)) {
      return frozen.embeddings() || (frozen.words() && WORDS.matcher(name).matches())
          ? Optional.empty()
          : Optional.of(rates.embeddings() * below(layers));
    }
    return Optional.of(rates.base());
  }

  /// @param depth layers above
  private double below(int depth) {
    return Math.pow(rates.layerDecay(), depth);
  }

  private static OptionalInt layer(String name) {
    Matcher matcher = LAYER.matcher(name);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
