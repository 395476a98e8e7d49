package org.shilpi.basemodel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes that a broken disk, a bad download or an enemy makes to a file.
public final class Mutations {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "-1",
          "7",
          "2147483647",
          "2147483648",
          "4294967295",
          "-9223372036854775808",
          "9223372036854775808",
          "1e308",
          "1e999",
          "0.5",
          "\"\"",
          "\"\\u0000\"",
          "\"x\"",
          "\"[UNK]\"",
          "\"../../x\"",
          "\"((((\"",
          "\"\uD83D\uDE00\"",
          "[]",
          "{}",
          "[[]]",
          "[0]",
          "{\"type\": \"Sequence\"}",
          "{\"Regex\": \"(a*)*b\"}",
          "{\"String\": \"\"}",
          "[".repeat(600) + "]".repeat(600));

  private Mutations() {}

  /// One to three changes of bits, bytes, pieces or length.
  public static byte[] ofBytes(byte[] original, Random random) {
    byte[] bytes = original;
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = once(bytes.clone(), random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    if (bytes.length < 16) {
      return new byte[random.nextInt(16)];
    }
    int at = random.nextInt(bytes.length - 8);
    // Headers and directories are where a change tells, and they are short.
    int place = random.nextBoolean() ? at : random.nextInt(Math.min(bytes.length - 8, 400));
    int behind = bytes.length - 8 - random.nextInt(Math.min(bytes.length - 8, 400));
    int spot = random.nextInt(3) == 0 ? behind : place;
    switch (random.nextInt(8)) {
      case 0 -> bytes[spot] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[spot] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
        System.arraycopy(bytes, at, longer, at + longer.length - bytes.length, bytes.length - at);
        return longer;
      }
      case 4 -> {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1 - random.nextInt(8));
        System.arraycopy(
            bytes, at + bytes.length - shorter.length, shorter, at, shorter.length - at);
        return shorter;
      }
      case 5 -> Arrays.fill(bytes, spot, spot + 1 + random.nextInt(8), (byte) 0xff);
      case 6 ->
          ByteBuffer.wrap(bytes)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(spot, random.nextBoolean() ? Long.MAX_VALUE >> random.nextInt(63) : -1);
      default -> {
        int other = random.nextInt(bytes.length - 8);
        System.arraycopy(bytes.clone(), other, bytes, spot, 8);
      }
    }
    return bytes;
  }

  /// One to three values, names or places of a JSON object changed.
  public static String ofJson(String original, Random random) {
    ObjectNode root = (ObjectNode) JSON.readTree(original);
    String text = original;
    for (int i = random.nextInt(3); i >= 0; i--) {
      text = once(root, random);
    }
    return text;
  }

  private static String once(ObjectNode root, Random random) {
    JsonNode parent = root;
    // Down by chance, so that a list of a hundred thousand pieces counts no more than a flag.
    while (true) {
      List<JsonNode> inner = new ArrayList<>();
      parent.forEach(child -> {
        if (child.isContainer() && !child.isEmpty()) {
          inner.add(child);
        }
      });
      if (inner.isEmpty() || random.nextInt(4) == 0) {
        break;
      }
      parent = inner.get(random.nextInt(inner.size()));
    }
    String mark = "\"@mutated@\"";
    String value = VALUES.get(random.nextInt(VALUES.size()));
    if (parent instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 -> object.set("x" + name, object.remove(name));
        case 2 -> object.set(name, object.get(names.get(random.nextInt(names.size()))).deepCopy());
        default -> object.put(name, "@mutated@");
      }
    } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(at, array.get(random.nextInt(array.size())).deepCopy());
        default -> array.set(at, "@mutated@");
      }
    }
    String text = root.toString().replace(mark, value);
    try {
      if (text.length() < 4_000_000 && JSON.readTree(text) instanceof ObjectNode again) {
        root.removeAll();
        root.setAll(again);
      }
    } catch (RuntimeException e) {
      // No JSON any more: as good a file as any other to be refused.
    }
    return text;
  }
}
