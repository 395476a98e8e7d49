package org.shilpi.basemodel;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Options of `config.json` that every family may have and that no family's arithmetic depends on.
final class ConfigOptions {
  /// Options that would change the arithmetic, and the one value that does not.
  private static final Map<String, String> FIXED =
      Map.of(
          "position_embedding_type", "\"absolute\"",
          "is_decoder", "false",
          "is_encoder_decoder", "false",
          "add_cross_attention", "false",
          "pruned_heads", "{}");

  /// Bookkeeping of the library, of training or of writing text; no effect on an encoder's values.
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
        || HARMLESS.contains(option)
        || value.toString().equals(FIXED.get(option));
  }
}
