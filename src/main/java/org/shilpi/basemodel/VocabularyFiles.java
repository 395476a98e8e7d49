package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;

/// The files in which a model's vocabulary came before there was `tokenizer.json`.
final class VocabularyFiles {
  /// One piece of a word a line, numbered from 0.
  static final String WORDS = "vocab.txt";

  /// Pieces with their numbers, and in what order to merge them: a pair a line.
  static final String BYTES = "vocab.json";

  static final String MERGES = "merges.txt";

  /// What SentencePiece wrote; nothing can be made of it without that library.
  private static final List<String> SENTENCE_PIECE =
      List.of("spiece.model", "sentencepiece.bpe.model", "spm.model", "tokenizer.model");

  private static final long LONGEST = 16 << 20;

  private VocabularyFiles() {}

  /// Whether there is a vocabulary in one of these formats.
  ///
  /// @throws Problem if there is only one of SentencePiece
  static boolean areIn(Path folder) {
    if (Files.exists(folder.resolve(WORDS))
        || Files.exists(folder.resolve(BYTES)) && Files.exists(folder.resolve(MERGES))) {
      return true;
    }
    for (String file : SENTENCE_PIECE) {
      if (Files.exists(folder.resolve(file))) {
        throw Problem.of("problem.basemodel.tokenizer.sentencepiece", file);
      }
    }
    return false;
  }

  /// @param file one of [#WORDS] and [#BYTES]
  /// @return ids by piece; where a piece comes twice, its last
  static SequencedMap<String, Integer> read(Path folder, String file) throws IOException {
    SequencedMap<String, Integer> ids = new LinkedHashMap<>();
    if (file.equals(WORDS)) {
      int[] line = new int[1];
      text(folder, file).lines().forEach(piece -> ids.put(piece, line[0]++));
      return ids;
    }
    ModelFolder.requirePlainFile(folder.resolve(file));
    for (Map.Entry<String, JsonNode> piece : StrictJson.read(folder.resolve(file)).properties()) {
      if (!piece.getValue().isInt()) {
        throw Problem.of("problem.basemodel.json", file);
      }
      ids.put(piece.getKey(), piece.getValue().intValue());
    }
    return ids;
  }

  /// The pairs, in order, a space between.
  static Stream<String> merges(Path folder) throws IOException {
    return text(folder, MERGES)
        .lines()
        .filter(line -> !line.startsWith("#version") && !line.isBlank());
  }

  private static String text(Path folder, String file) throws IOException {
    Path path = folder.resolve(file);
    ModelFolder.requirePlainFile(path);
    if (Files.size(path) > LONGEST) {
      throw Problem.of("problem.basemodel.tokenizer.damaged", file);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw Problem.causedBy(e, "problem.basemodel.tokenizer.damaged", file);
    }
  }
}
