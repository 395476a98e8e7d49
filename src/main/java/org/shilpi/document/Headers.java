package org.shilpi.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.MimeParameterMapping;

/// The header fields of a mail or of a part of it, in their order.
final class Headers {
  private record Line(String name, byte[] value, Field field) {}

  private final List<Line> lines = new ArrayList<>();
  private String charset = "";

  void add(Field field) {
    String name = field.getName().strip().toLowerCase(Locale.ROOT);
    ByteSequence raw = field.getRaw();
    byte[] bytes = raw == null ? field.getBody().getBytes(UTF_8) : raw.toByteArray();
    int colon = 0;
    if (raw != null) {
      while (colon < bytes.length && bytes[colon] != ':') {
        colon++;
      }
      colon = Math.min(colon + 1, bytes.length);
    }
    lines.add(new Line(name, Arrays.copyOfRange(bytes, colon, bytes.length), field));
  }

  /// A field whose value is in letters already, or in encoded words.
  void add(String name, String value) {
    add(new RawField(name.strip(), value.replaceAll("\\r?\\n", " ").strip()));
  }

  void addIfMissing(String name, String value) {
    if (first(name.toLowerCase(Locale.ROOT)).isEmpty() && !value.isBlank()) {
      add(name, value);
    }
  }

  /// Says what raw eight bits in them are in.
  void decodeWith(String charset) {
    this.charset = charset;
  }

  /// The first field of that name in readable letters; empty if there is none.
  String get(String name) {
    return first(name).map(line -> EncodedWords.decode(line.value(), charset)).orElse("");
  }

  /// All fields of that name, the last added one first.
  List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .map(line -> EncodedWords.decode(line.value(), charset))
        .toList();
  }

  private Optional<Line> first(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst();
  }

  /// A parameter such as a file's name, in readable letters (RFC 2231, or RFC 2047 as most write
  /// it); empty if there is none.
  String parameter(String name, String parameter) {
    Optional<Line> line = first(name);
    if (line.isEmpty()) {
      return "";
    }
    MimeParameterMapping mapping = new MimeParameterMapping();
    String plain = "";
    for (NameValuePair pair : body(line.get()).getParams()) {
      String value = pair.getValue() == null ? "" : pair.getValue();
      if (pair.getName().equalsIgnoreCase(parameter)) {
        plain = value;
      }
      mapping.addParameter(pair.getName(), value);
    }
    return EncodedWords.decode(plain.isEmpty() ? joined(mapping, parameter) : plain);
  }

  private static String joined(MimeParameterMapping mapping, String parameter) {
    try {
      String value = mapping.get(parameter);
      return value == null ? "" : value;
    } catch (RuntimeException e) {
      return ""; // an encoding or an escape that does not exist
    }
  }

  /// A field's value without its parameters, in small letters.
  String value(String name) {
    return first(name)
        .map(line -> body(line).getValue())
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static RawBody body(Line line) {
    RawField field =
        line.field() instanceof RawField raw
            ? raw
            : new RawField(line.field().getName(), line.field().getBody());
    return RawFieldParser.DEFAULT.parseRawBody(field);
  }
}
