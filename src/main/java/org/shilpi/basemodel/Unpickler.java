package org.shilpi.basemodel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shilpi.job.Problem;

/// Reads the pickles in which PyTorch keeps named tensors, and nothing else.
///
/// Python's own reader is a machine that calls whatever a pickle names; that is how such a file can
/// run code. This one has the opcodes that a dictionary of tensors needs, and knows by name the few
/// functions such a dictionary uses ([TorchCall]); it calls nothing of anybody else's. An opcode or
/// name it does not know ends the reading. Opcodes: `Lib/pickletools.py` of CPython.
///
/// Values are [String], [Long], [Double], [Boolean], [Tuple], lists, maps, [Symbol], [TorchCall],
/// [TensorType] (a storage class), [TorchStorage] and [TorchTensor]. Memory is bounded by the
/// number of steps, each of which makes at most one small object.
final class Unpickler {
  /// About forty steps a tensor: room for 50,000 tensors.
  private static final int MOST_STEPS = 2_000_000;

  private static final int LONGEST_NAME = 200;

  /// Python's None, and the mark under the items of a collection in the making.
  enum Symbol {
    NONE,
    MARK
  }

  record Tuple(List<Object> items) {}

  private final ByteBuffer code;
  private final String file;
  private final ArrayList<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Unpickler(ByteBuffer code, String file) {
    this.code = code;
    this.file = file;
  }

  /// Reads one pickle; the buffer then stands behind it.
  ///
  /// @throws Problem naming what it asks for, or if it is damaged
  static Object read(ByteBuffer code, String file) {
    try {
      return new Unpickler(code.order(ByteOrder.LITTLE_ENDIAN), file).run();
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw Problem.causedBy(e, "problem.basemodel.pickle.damaged", file);
    }
  }

  private Object run() {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      int opcode = Byte.toUnsignedInt(code.get());
      if (opcode == '.') {
        return pop();
      }
      step(opcode);
    }
    throw new IllegalArgumentException("more than " + MOST_STEPS + " steps");
  }

  private void step(int opcode) {
    switch (opcode) {
      case 0x80 -> code.get(); // PROTO: the opcodes that follow tell the same.
      case '(' -> stack.add(Symbol.MARK);
      case 'N' -> stack.add(Symbol.NONE);
      case 0x88 -> stack.add(true);
      case 0x89 -> stack.add(false);
      case 'K' -> stack.add((long) Byte.toUnsignedInt(code.get()));
      case 'M' -> stack.add((long) Short.toUnsignedInt(code.getShort()));
      case 'J' -> stack.add((long) code.getInt());
      case 0x8a -> stack.add(longOf(Byte.toUnsignedInt(code.get())));
      case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(code.getLong())));
      case 'X' -> stack.add(text(code.getInt()));
      case ')' -> stack.add(new Tuple(List.of()));
      case 't' -> stack.add(new Tuple(popToMark()));
      case 0x85 -> stack.add(new Tuple(pop(1)));
      case 0x86 -> stack.add(new Tuple(pop(2)));
      case 0x87 -> stack.add(new Tuple(pop(3)));
      case ']' -> stack.add(new ArrayList<>());
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      case '}' -> stack.add(new LinkedHashMap<String, Object>());
      case 's' -> put(pop(2));
      case 'u' -> put(popToMark());
      case 'q' -> memo.put(Byte.toUnsignedInt(code.get()), top());
      case 'r' -> memo.put(code.getInt(), top());
      case 'h' -> stack.add(remembered(Byte.toUnsignedInt(code.get())));
      case 'j' -> stack.add(remembered(code.getInt()));
      case 'c' -> stack.add(global(line() + " " + line()));
      case 'Q' -> stack.add(TorchCall.storage(items(pop())));
      case 'R' -> reduce();
      case 'b' -> build();
      default ->
          throw Problem.of(
              "problem.basemodel.pickle.opcode", file, "0x" + Integer.toHexString(opcode));
    }
  }

  /// A name of Python's that may stand in a file of tensors.
  private Object global(String name) {
    return TorchCall.global(name)
        .orElseThrow(() ->
            Problem.of("problem.basemodel.pickle.name", file, name.replaceAll("\\p{Cntrl}", "?")));
  }

  private void reduce() {
    List<Object> arguments = items(pop());
    if (!(pop() instanceof TorchCall call)) {
      throw new IllegalArgumentException("a call of something that is no function");
    }
    stack.add(call.of(arguments));
  }

  /// PyTorch hangs the versions of its layers on the dictionary; the tensors are complete without.
  private void build() {
    pop();
    if (!(top() instanceof Map)) {
      throw new IllegalArgumentException("a state for something that has none");
    }
  }

  private void append(List<Object> items) {
    if (!(top() instanceof ArrayList<?>)) {
      throw new IllegalArgumentException("items for something that is no list");
    }
    @SuppressWarnings("unchecked") // Lists are only made here.
    List<Object> list = (List<Object>) top();
    list.addAll(items);
  }

  private void put(List<Object> items) {
    if (!(top() instanceof LinkedHashMap<?, ?>) || items.size() % 2 != 0) {
      throw new IllegalArgumentException("entries for something that is no dictionary");
    }
    @SuppressWarnings("unchecked") // Dictionaries are only made here and in TorchCall.
    SequencedMap<String, Object> map = (SequencedMap<String, Object>) top();
    for (int i = 0; i < items.size(); i += 2) {
      if (!(items.get(i) instanceof String key) || map.put(key, items.get(i + 1)) != null) {
        throw new IllegalArgumentException("a key that is no text, or there twice");
      }
    }
  }

  static List<Object> items(Object tuple) {
    if (tuple instanceof Tuple(List<Object> items)) {
      return items;
    }
    throw new IllegalArgumentException("not a tuple");
  }

  private Object remembered(int place) {
    Object value = memo.get(place);
    if (value == null) {
      throw new IllegalArgumentException("nothing remembered at " + place);
    }
    return value;
  }

  private Object top() {
    if (stack.isEmpty() || stack.getLast() == Symbol.MARK) {
      throw new IllegalArgumentException("nothing on the stack");
    }
    return stack.getLast();
  }

  private Object pop() {
    Object top = top();
    stack.removeLast();
    return top;
  }

  private List<Object> pop(int count) {
    Object[] items = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      items[i] = pop();
    }
    return List.of(items);
  }

  private List<Object> popToMark() {
    int mark = stack.lastIndexOf(Symbol.MARK);
    if (mark < 0) {
      throw new IllegalArgumentException("no mark on the stack");
    }
    List<Object> above = stack.subList(mark + 1, stack.size());
    List<Object> items = List.copyOf(above);
    stack.subList(mark, stack.size()).clear();
    return items;
  }

  private long longOf(int length) {
    if (length > Long.BYTES) {
      throw new IllegalArgumentException("a number of " + length + " bytes");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      long next = Byte.toUnsignedLong(code.get());
      value |= next << 8 * i;
    }
    int unused = Long.SIZE - 8 * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  private String text(int length) {
    if (length < 0 || length > code.remaining()) {
      throw new BufferUnderflowException();
    }
    try {
      ByteBuffer bytes = code.slice(code.position(), length);
      code.position(code.position() + length);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (byte b = code.get(); b != '\n'; b = code.get()) {
      line.append((char) Byte.toUnsignedInt(b));
      if (line.length() > LONGEST_NAME) {
        throw new IllegalArgumentException("a name without end");
      }
    }
    return line.toString();
  }
}
