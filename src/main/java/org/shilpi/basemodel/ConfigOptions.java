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

  /// Bookkeeping of the library or of training, or for what is done with scores; no effect on an
  /// encoder's values.
  private static final Set<String> HARMLESS =
      Set.of(
          "_name_or_path",
          "_attn_implementation",
          "_attn_implementation_autoset",
          "_commit_hash",
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
          "sbert_ce_default_activation_function",
          "sentence_transformers",
          "sep_token_id",
          "tie_encoder_decoder",
          "tie_word_embeddings",
          "tokenizer_class",
          "torch_dtype",
          "torchscript",
          "transformers_version",
          "use_bfloat16",
          "use_cache",
          "xla_device");

  /// How a decoder writes text; older releases wrote it into every configuration.
  private static final Set<String> WRITING =
      Set.of(
          "bad_words_ids",
          "begin_suppress_tokens",
          "cross_attention_hidden_size",
          "decoder_start_token_id",
          "diversity_penalty",
          "do_sample",
          "early_stopping",
          "encoder_no_repeat_ngram_size",
          "exponential_decay_length_penalty",
          "forced_bos_token_id",
          "forced_eos_token_id",
          "length_penalty",
          "max_length",
          "min_length",
          "no_repeat_ngram_size",
          "num_beam_groups",
          "num_beams",
          "num_return_sequences",
          "output_scores",
          "prefix",
          "remove_invalid_values",
          "repetition_penalty",
          "return_dict_in_generate",
          "suppress_tokens",
          "task_specific_params",
          "temperature",
          "tf_legacy_loss",
          "top_k",
          "top_p",
          "typical_p");

  private ConfigOptions() {}

  static boolean accepts(String option, JsonNode value) {
    return value.isNull()
        || HARMLESS.contains(option)
        || WRITING.contains(option)
        || value.toString().equals(FIXED.get(option));
  }
}
