package org.shilpi.basemodel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.shilpi.job.Problem;

/// Named tensors of a safetensors file, memory-mapped: opening costs only the header, and a file
/// may be larger than the heap. Format: <https://github.com/huggingface/safetensors#format>.
///
/// A file from anywhere may be opened: the header's length, its structure, every type, shape and
/// offset are checked first, and nothing of it is ever executed. Buffers are views of the mapping:
/// copy what must outlive [#close()], after which reading a view throws `IllegalStateException`.
/// Safe for use by several threads.
public final class Safetensors implements TensorSource {
  /// The reference implementation stops at 100 MB; 100,000 tensors need about 10 MB.
  static final int LONGEST_HEADER = 25_000_000;

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String file;
  private final Arena arena;
  private final MemorySegment data;
  private final SafetensorsHeader header;

  private Safetensors(String file, Arena arena, MemorySegment data, SafetensorsHeader header) {
    this.file = file;
    this.arena = arena;
    this.data = data;
    this.header = header;
  }

  /// @throws Problem if the file is not a sound safetensors file
  /// @throws IOException if it cannot be read
  @SuppressWarnings(
      "MustBeClosedChecker") // The arena lives as long as the reader, which closes it.
  public static Safetensors open(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < Long.BYTES + 2) {
        throw Problem.of("problem.basemodel.weights.truncated", file);
      }
      MemorySegment whole = channel.map(MapMode.READ_ONLY, 0, size, arena);
      long length = whole.get(LENGTH, 0);
      if (length < 2 || length > LONGEST_HEADER || whole.get(ValueLayout.JAVA_BYTE, 8) != '{') {
        throw Problem.of("problem.basemodel.weights.foreign", file);
      }
      if (length > size - Long.BYTES) {
        throw Problem.of("problem.basemodel.weights.truncated", file);
      }
      byte[] json = whole.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
      MemorySegment data = whole.asSlice(Long.BYTES + length);
      SafetensorsHeader header = SafetensorsHeader.parse(json, data.byteSize(), file);
      return new Safetensors(file, arena, data, header);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(header.entries().sequencedKeySet());
  }

  public boolean contains(String name) {
    return header.entries().containsKey(name);
  }

  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  @Override
  public TensorType type(String name) {
    return entry(name).type();
  }

  /// Sizes, outermost first; empty for a scalar.
  public long[] shape(String name) {
    return entry(name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public List<Long> shapeOf(String name) {
    return entry(name).shape();
  }

  /// The tensor's bytes as they are in the file, little-endian, read-only.
  ///
  /// @throws Problem if the tensor is larger than 2 GiB
  public ByteBuffer bytes(String name) {
    TensorEntry entry = entry(name);
    if (entry.bytes() > Integer.MAX_VALUE) {
      throw Problem.of("problem.basemodel.weights.big", file, name);
    }
    return data.asSlice(entry.begin(), entry.bytes()).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public FloatBuffer floats(String name) {
    ByteBuffer bytes = bytes(name);
    return switch (type(name)) {
      case F32 -> bytes.asFloatBuffer();
      case F16 -> widened(bytes, Float::float16ToFloat);
      case BF16 -> widened(bytes, bits -> Float.intBitsToFloat(bits << 16));
      case F64 -> {
        DoubleBuffer wide = bytes.asDoubleBuffer();
        FloatBuffer floats = FloatBuffer.allocate(wide.remaining());
        while (wide.hasRemaining()) {
          floats.put((float) wide.get());
        }
        yield floats.flip();
      }
      default -> throw unexpected(name, "floating point");
    };
  }

  /// The values of an F64 tensor, a view.
  public DoubleBuffer doubles(String name) {
    if (type(name) != TensorType.F64) {
      throw unexpected(name, "F64");
    }
    return bytes(name).asDoubleBuffer();
  }

  /// The values of an I64 tensor, a view.
  public LongBuffer longs(String name) {
    if (type(name) != TensorType.I64) {
      throw unexpected(name, "I64");
    }
    return bytes(name).asLongBuffer();
  }

  @Override
  public void close() {
    arena.close();
  }

  private interface Widening {
    float widen(short bits);
  }

  private static FloatBuffer widened(ByteBuffer bytes, Widening widening) {
    FloatBuffer floats = FloatBuffer.allocate(bytes.remaining() / Short.BYTES);
    while (bytes.hasRemaining()) {
      floats.put(widening.widen(bytes.getShort()));
    }
    return floats.flip();
  }

  private IllegalArgumentException unexpected(String name, String wanted) {
    return new IllegalArgumentException(
        name + " in " + file + " is " + type(name) + ", not " + wanted);
  }

  private TensorEntry entry(String name) {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(file + " has no tensor " + name);
    }
    return entry;
  }
}
