package org.shilpi.basemodel;

import java.util.Map;
import org.shilpi.job.Problem;

/// Which tokenizer a model has, by the reference's class or else its family.
enum TokenizerKind {
  BERT(
      VocabularyFiles.WORDS,
      Map.of(
          "unk_token", "[UNK]",
          "sep_token", "[SEP]",
          "pad_token", "[PAD]",
          "cls_token", "[CLS]",
          "mask_token", "[MASK]")),
  MPNET(
      VocabularyFiles.WORDS,
      Map.of(
          "bos_token", "<s>",
          "eos_token", "</s>",
          "unk_token", "[UNK]",
          "sep_token", "</s>",
          "pad_token", "<pad>",
          "cls_token", "<s>",
          "mask_token", "<mask>")),
  ROBERTA(
      VocabularyFiles.BYTES,
      Map.of(
          "bos_token", "<s>",
          "eos_token", "</s>",
          "unk_token", "<unk>",
          "sep_token", "</s>",
          "pad_token", "<pad>",
          "cls_token", "<s>",
          "mask_token", "<mask>"));

  private final String vocabulary;
  private final Map<String, String> tokens;

  TokenizerKind(String vocabulary, Map<String, String> tokens) {
    this.vocabulary = vocabulary;
    this.tokens = tokens;
  }

  /// The file it is made from.
  String vocabulary() {
    return vocabulary;
  }

  /// Its special tokens by role, where no file tells others.
  Map<String, String> tokens() {
    return tokens;
  }

  /// @throws Problem if there is no making it from a plain vocabulary
  static TokenizerKind of(String tokenizerClass, Family family) {
    return switch (tokenizerClass.isEmpty() ? family.id() : tokenizerClass) {
      case "BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer" -> BERT;
      case "bert", "distilbert", "electra" -> BERT;
      case "MPNetTokenizer", "mpnet" -> MPNET;
      case "RobertaTokenizer", "roberta" -> ROBERTA;
      default -> throw TokenizerOptions.refused("tokenizer_class");
    };
  }
}
