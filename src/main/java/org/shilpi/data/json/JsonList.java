package org.shilpi.data.json;

import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The values of one list: the file's only value, or the one list of objects somewhere in the
/// object that the file is. Once the list is broken, nothing after that place can be trusted.
final class JsonList implements JsonRecords {
  private static final JsonMapper JSON = JsonRecords.mapper();

  private final String name;
  private final RowLimit limit;
  private final JsonParser parser;
  private boolean inside;
  private long number;

  JsonList(Source source) throws IOException {
    this(source.name(), new RowLimit(source.characters()));
  }

  JsonList(String name, RowLimit limit) {
    this.name = name;
    this.limit = limit;
    this.parser = JSON.createParser(limit);
  }

  @Override
  public Optional<JsonRecord> next() throws IOException {
    limit.startRow();
    try {
      if (!inside) {
        if (!enter()) {
          return Optional.empty();
        }
        inside = true;
      }
      // The first object was read already, to tell a list of objects from other lists.
      if (number > 0 || parser.currentToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
      }
      if (parser.currentToken() == JsonToken.END_ARRAY) {
        finish();
        return Optional.empty();
      }
      number++;
      JsonNode node = parser.readValueAsTree();
      return Optional.of(new JsonRecord(number, node, ""));
    } catch (JacksonException broken) {
      if (broken.getCause() instanceof RowTooLong) {
        throw Problem.causedBy(broken, "problem.data.json-record-too-long", name, after());
      }
      if (broken.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw Problem.causedBy(
          broken,
          "problem.data.json-broken",
          name,
          Integer.toString(parser.currentLocation().getLineNr()),
          after());
    }
  }

  private String after() {
    return Long.toString(number);
  }

  // Goes to the list; false if there is none.
  private boolean enter() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      return true;
    }
    return token == JsonToken.START_OBJECT && seek();
  }

  // Goes to the first object of the next list of objects.
  private boolean seek() {
    JsonToken before = JsonToken.NOT_AVAILABLE;
    JsonToken token = parser.nextToken();
    while (token != null) {
      if (before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT) {
        return true;
      }
      before = token;
      token = parser.nextToken();
    }
    return false;
  }

  // What follows the list must be whole, and no second list whose rows would be lost unsaid.
  private void finish() {
    if (parser.nextToken() != null && seek()) {
      throw Problem.of("problem.data.json-lists", name);
    }
    inside = false;
  }

  @Override
  public void close() {
    parser.close();
  }
}
