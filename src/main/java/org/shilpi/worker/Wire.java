package org.shilpi.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.DocumentRequest;
import org.shilpi.train.TrainingEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The line form of [Request] and [Message], and of what is said about documents: a mark, then JSON
/// in ASCII with the record's name as `type`. A line is at most [#LONGEST] bytes.
final class Wire {
  static final int LONGEST = 1 << 20;
  static final String CANCEL = "cancel";
  private static final String MARK = "@shilpi-worker-1 ";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .addMixIn(Message.class, Named.class)
          .addMixIn(Request.class, Named.class)
          .addMixIn(TrainingEvent.class, Named.class)
          .addMixIn(Finding.class, Named.class)
          .registerSubtypes(Message.class.getPermittedSubclasses())
          .registerSubtypes(Request.class.getPermittedSubclasses())
          .registerSubtypes(TrainingEvent.class.getPermittedSubclasses())
          .registerSubtypes(Finding.class.getPermittedSubclasses())
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Named {}

  private Wire() {}

  static String line(Request request) {
    return MARK + JSON.writerFor(Request.class).writeValueAsString(request);
  }

  static String line(Message message) {
    return MARK + JSON.writerFor(Message.class).writeValueAsString(message);
  }

  static String line(DocumentRequest request) {
    return MARK + JSON.writeValueAsString(request);
  }

  static String line(Finding finding) {
    return MARK + JSON.writerFor(Finding.class).writeValueAsString(finding);
  }

  static Optional<DocumentRequest> documentRequest(String line) {
    return read(line, DocumentRequest.class);
  }

  static Optional<Finding> finding(String line) {
    return read(line, Finding.class);
  }

  static Optional<Request> request(String line) {
    return read(line, Request.class);
  }

  /// Empty for what is no message: something else printed it.
  static Optional<Message> message(String line) {
    return read(line, Message.class);
  }

  private static <T> Optional<T> read(String line, Class<T> type) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line.substring(MARK.length()), type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Message arguments as they can travel: numbers, booleans, and words for everything else.
  static List<Object> portable(List<Object> arguments) {
    return arguments.stream().map(Wire::portable).toList();
  }

  private static Object portable(Object argument) {
    return switch (argument) {
      case Integer number -> number;
      case Long number -> number;
      case Double number -> number;
      case Float number -> number.doubleValue();
      case Boolean truth -> truth;
      default -> argument.toString();
    };
  }
}
