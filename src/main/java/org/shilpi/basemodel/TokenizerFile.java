package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a `tokenizer.json` promises, read in one pass without keeping its vocabulary.
///
/// @param kind `WordPiece`, `BPE`, `Unigram` or `WordLevel`
/// @param ids one more than the largest id it can give
record TokenizerFile(String kind, long ids) {
  private static final Set<String> KINDS = Set.of("WordPiece", "BPE", "Unigram", "WordLevel");
  private static final long LONGEST = 256L << 20;
  private static final JsonFactory JSON = new JsonFactory();

  /// @throws Problem if it is not a tokenizer of the tokenizers library
  static TokenizerFile read(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    if (Files.size(path) > LONGEST) {
      throw Problem.of("problem.basemodel.json", file);
    }
    try (InputStream in = Files.newInputStream(path);
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      Pass pass = new Pass();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Problem.of("problem.basemodel.tokenizer.damaged", file);
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "added_tokens" -> pass.addedTokens(json);
          case "model" -> pass.model(json);
          default -> json.skipChildren();
        }
      }
      if (json.nextToken() != null || !KINDS.contains(pass.kind) || pass.ids == 0 || pass.broken) {
        throw Problem.of("problem.basemodel.tokenizer.damaged", file);
      }
      return new TokenizerFile(pass.kind, pass.ids);
    } catch (JacksonException e) {
      throw Problem.causedBy(e, "problem.basemodel.tokenizer.damaged", file);
    }
  }

  private static final class Pass {
    String kind = "";
    long ids;
    boolean broken;

    void model(JsonParser json) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("type") && value == JsonToken.VALUE_STRING) {
          kind = json.getString();
        } else if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            json.nextToken();
            id(json);
          }
        } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
          // Unigram: pieces with their scores, numbered by their place.
          long count = 0;
          while (json.nextToken() == JsonToken.START_ARRAY) {
            json.skipChildren();
            count++;
          }
          ids = Math.max(ids, count);
        } else {
          json.skipChildren();
        }
      }
    }

    void addedTokens(JsonParser json) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean isId = json.currentName().equals("id");
          json.nextToken();
          if (isId) {
            id(json);
          } else {
            json.skipChildren();
          }
        }
      }
    }

    private void id(JsonParser json) {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getLongValue() >= 0) {
        ids = Math.max(ids, json.getLongValue() + 1);
      } else {
        broken = true;
        json.skipChildren();
      }
    }
  }
}
