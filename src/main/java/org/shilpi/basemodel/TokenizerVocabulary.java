package org.shilpi.basemodel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The model of a `tokenizer.json` as it is read, token by token: its pieces with their ids, and
/// its options.
///
/// Whatever would make the tokenizers library fail on a text later, and with it the process, makes
/// it unsound: no piece for the unknown, a merge of pieces that are not there, a prefix that merges
/// would cut. Dropping merges by chance is refused too: a text has one reading here.
final class TokenizerVocabulary {
  private static final Set<String> KINDS = Set.of("WordPiece", "BPE", "Unigram", "WordLevel");
  private static final int MOST_PIECES = 1 << 20;
  private static final int LONGEST_WORD = 10_000;

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Object> options = new HashMap<>();
  private int pieces;
  private int merges;
  private boolean sound = true;

  /// Reads the object that the parser stands at the beginning of.
  static TokenizerVocabulary read(JsonParser json) {
    TokenizerVocabulary vocabulary = new TokenizerVocabulary();
    vocabulary.fill(json);
    return vocabulary;
  }

  /// Files of the first releases do not tell it; the library then goes by their fields, as here.
  String kind() {
    if (options.get("type") instanceof String told) {
      return told;
    }
    if (options.containsKey("merged")) {
      return "BPE";
    }
    if (options.containsKey("scored")) {
      return "Unigram";
    }
    return options.containsKey("max_input_chars_per_word") ? "WordPiece" : "WordLevel";
  }

  /// Number of pieces: where added tokens are counted from.
  int size() {
    return pieces;
  }

  /// Pieces by their text.
  Map<String, Integer> ids() {
    return ids;
  }

  private void fill(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      sound = false;
      json.skipChildren();
      return;
    }
    // Merges are looked up as they come, so the pieces must have come before.
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
        fillNumbered(json);
      } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
        fillScored(json);
      } else if (name.equals("merges") && value == JsonToken.START_ARRAY) {
        readMerges(json);
      } else {
        readOption(json, name, value);
      }
    }
  }

  private void fillNumbered(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String piece = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        long id = json.getLongValue();
        add(piece, id >= 0 && id < Integer.MAX_VALUE ? (int) id : -1);
      } else {
        sound = false;
        json.skipChildren();
      }
    }
  }

  /// Unigram: pieces with the logarithm of their probability, numbered by their place.
  private void fillScored(JsonParser json) {
    options.put("scored", true);
    while (json.nextToken() == JsonToken.START_ARRAY) {
      boolean isPiece = json.nextToken() == JsonToken.VALUE_STRING;
      String piece = isPiece ? json.getString() : "";
      JsonToken score = json.nextToken();
      if (score == JsonToken.VALUE_NUMBER_FLOAT || score == JsonToken.VALUE_NUMBER_INT) {
        sound &= Double.isFinite(json.getDoubleValue());
      } else {
        sound = false;
      }
      if (!isPiece || json.nextToken() != JsonToken.END_ARRAY) {
        sound = false;
        return;
      }
      add(piece, pieces);
    }
    sound &= json.currentToken() == JsonToken.END_ARRAY;
  }

  private void add(String piece, int id) {
    sound &= id >= 0 && pieces < MOST_PIECES;
    if (sound) {
      ids.put(piece, id);
      pieces++;
    }
  }

  private void readMerges(JsonParser json) {
    options.put("merged", true);
    sound &= !ids.isEmpty();
    for (JsonToken at = json.nextToken(); at != JsonToken.END_ARRAY; at = json.nextToken()) {
      if (at == null || merges++ > MOST_PIECES) {
        sound = false;
        return;
      }
      if (at == JsonToken.VALUE_STRING) {
        String merge = json.getString();
        int space = merge.indexOf(' ');
        sound &= space > 0 && merge.indexOf(' ', space + 1) < 0;
        if (sound) {
          merge(merge.substring(0, space), merge.substring(space + 1));
        }
      } else if (at == JsonToken.START_ARRAY) {
        String left = json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        String right = json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        sound &= json.nextToken() == JsonToken.END_ARRAY;
        merge(left, right);
      } else {
        sound = false;
        json.skipChildren();
      }
      if (!sound) {
        return;
      }
    }
  }

  private void merge(String left, String right) {
    sound &= ids.containsKey(left) && ids.containsKey(right) && ids.containsKey(left + right);
  }

  private void readOption(JsonParser json, String name, JsonToken value) {
    switch (value) {
      case VALUE_STRING -> options.put(name, json.getString());
      case VALUE_NUMBER_INT -> options.put(name, json.getLongValue());
      case VALUE_NUMBER_FLOAT -> options.put(name, json.getDoubleValue());
      case VALUE_TRUE -> options.put(name, true);
      case VALUE_FALSE -> options.put(name, false);
      case VALUE_NULL -> {
        // As if it were not there.
      }
      default -> {
        sound = false;
        json.skipChildren();
      }
    }
  }

  /// Whether the library can read any text with it, and always in the same way.
  boolean isSound() {
    return sound
        && !ids.isEmpty()
        && KINDS.contains(kind())
        && options.keySet().stream().allMatch(this::hasKnown)
        && switch (kind()) {
          case "WordPiece" ->
              knowsUnknown()
                  && options.get("continuing_subword_prefix") instanceof String
                  && options.get("max_input_chars_per_word") instanceof Long longest
                  && longest > 0
                  && longest <= LONGEST_WORD;
          case "WordLevel" -> knowsUnknown();
          case "BPE" ->
              options.containsKey("merged")
                  && options.getOrDefault("continuing_subword_prefix", "").equals("")
                  && (!options.containsKey("unk_token") || knowsUnknown());
          default ->
              options.containsKey("scored")
                  && options.get("unk_id") instanceof Long unknown
                  && unknown >= 0
                  && unknown < pieces;
        };
  }

  private boolean knowsUnknown() {
    return options.get("unk_token") instanceof String unknown && ids.containsKey(unknown);
  }

  private boolean hasKnown(String option) {
    boolean scored = kind().equals("Unigram");
    return switch (option) {
      case "type" -> true;
      case "merged" -> kind().equals("BPE");
      case "scored", "unk_id" -> scored;
      case "unk_token" -> !scored;
      case "byte_fallback" -> options.get(option) instanceof Boolean;
      case "continuing_subword_prefix" -> !scored;
      case "max_input_chars_per_word" -> kind().equals("WordPiece");
      case "end_of_word_suffix" -> options.get(option) instanceof String;
      case "fuse_unk", "ignore_merges" -> options.get(option) instanceof Boolean;
      case "dropout" -> options.get(option) instanceof Number chance && chance.doubleValue() == 0;
      default -> false;
    };
  }
}
