package org.shilpi.basemodel;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The options of a BERT model's `config.json`: each is honoured, known to change nothing that
/// Shilpi computes, or not accepted.
final class ConfigOptions {
  private static final Set<String> HONOURED =
      Set.of(
          "model_type",
          "hidden_size",
          "num_hidden_layers",
          "num_attention_heads",
          "intermediate_size",
          "vocab_size",
          "max_position_embeddings",
          "type_vocab_size",
          "layer_norm_eps",
          "hidden_act",
          "hidden_dropout_prob",
          "attention_probs_dropout_prob",
          "classifier_dropout",
          "pad_token_id",
          "num_labels",
          "id2label",
          "label2id",
          "problem_type");

  /// Options that would change the arithmetic, and the one value that does not.
  private static final Map<String, String> FIXED =
      Map.of(
          "position_embedding_type", "\"absolute\"",
          "is_decoder", "false",
          "is_encoder_decoder", "false",
          "add_cross_attention", "false",
          "pruned_heads", "{}");

  /// Bookkeeping of the library, of training or of writing text; no effect on an encoder's values.
  /// The pooler_… sizes were written by an early release and never read.
  private static final Set<String> HARMLESS =
      Set.of(
          "_name_or_path",
          "_attn_implementation",
          "_attn_implementation_autoset",
          "_num_labels",
          "architectures",
          "bos_token_id",
          "chunk_size_feed_forward",
          "cls_token_id",
          "directionality",
          "dtype",
          "eos_token_id",
          "finetuning_task",
          "gradient_checkpointing",
          "initializer_range",
          "mask_token_id",
          "model_max_length",
          "output_attentions",
          "output_hidden_states",
          "output_past",
          "pooler_fc_size",
          "pooler_num_attention_heads",
          "pooler_num_fc_layers",
          "pooler_size_per_head",
          "pooler_type",
          "return_dict",
          "sep_token_id",
          "tie_encoder_decoder",
          "tie_word_embeddings",
          "tokenizer_class",
          "torch_dtype",
          "torchscript",
          "transformers_version",
          "use_cache");

  private ConfigOptions() {}

  static boolean accepts(String option, JsonNode value) {
    return value.isNull()
        || HONOURED.contains(option)
        || HARMLESS.contains(option)
        || value.toString().equals(FIXED.get(option));
  }
}
