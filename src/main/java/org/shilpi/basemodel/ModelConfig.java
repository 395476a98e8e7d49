package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shilpi.job.Problem;

/// A model's architecture, from the `config.json` of its Hugging Face folder.
///
/// @param family what it is built like
/// @param hiddenSize width of a token's vector, a multiple of `heads`
/// @param layers encoder layers
/// @param heads attention heads
/// @param intermediateSize width inside the feed-forward layers
/// @param vocabSize rows of the word embedding
/// @param maxPositions longest text in tokens
/// @param typeVocabSize rows of the segment embedding; 0 where the family has none
/// @param layerNormEpsilon added to the variance in layer norms
/// @param activation of the feed-forward layers
/// @param hiddenDropout 0 to below 1
/// @param attentionDropout 0 to below 1
/// @param classifierDropout before the classification head; the hidden dropout where none is named
/// @param padTokenId below `vocabSize`
/// @param labels names of the head's classes by index; empty where the configuration names none
/// @param problemType what the head was trained for, where told
/// @param head the library's head that `architectures` names, if any
public record ModelConfig(
    Family family,
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    int vocabSize,
    int maxPositions,
    int typeVocabSize,
    double layerNormEpsilon,
    Activation activation,
    double hiddenDropout,
    double attentionDropout,
    double classifierDropout,
    int padTokenId,
    List<String> labels,
    Optional<ProblemType> problemType,
    Optional<Head> head) {

  public ModelConfig {
    labels = List.copyOf(labels);
    if (hiddenSize % heads != 0) {
      throw new IllegalArgumentException(heads + " heads cannot share a width of " + hiddenSize);
    }
  }

  /// Reads `config.json`, strictly: an option that Shilpi would not honour is refused by its name.
  ///
  /// @param folder a Hugging Face folder
  /// @throws Problem naming the option that is missing, out of range or not supported
  public static ModelConfig read(Path folder) throws IOException {
    return ConfigReader.read(folder.resolve(ModelFolder.CONFIG));
  }
}
