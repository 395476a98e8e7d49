package org.shilpi.basemodel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
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

  private final MappedFile file;
  private final MemorySegment data;
  private final SafetensorsHeader header;

  private Safetensors(MappedFile file, MemorySegment data, SafetensorsHeader header) {
    this.file = file;
    this.data = data;
    this.header = header;
  }

  /// @throws Problem if the file is not a sound safetensors file
  /// @throws IOException if it cannot be read
  public static Safetensors open(Path path) throws IOException {
    MappedFile file = MappedFile.open(path);
    try {
      long left = file.size() - Long.BYTES;
      if (left < 2) {
        throw Problem.of("problem.basemodel.weights.truncated", file.name());
      }
      long length = file.longAt(0);
      if (length < 2 || length > LONGEST_HEADER || file.copy(Long.BYTES, 1)[0] != '{') {
        throw Problem.of("problem.basemodel.weights.foreign", file.name());
      }
      if (length > left) {
        throw Problem.of("problem.basemodel.weights.truncated", file.name());
      }
      byte[] json = file.copy(Long.BYTES, (int) length);
      MemorySegment data = file.slice(Long.BYTES + length, left - length);
      SafetensorsHeader header = SafetensorsHeader.parse(json, data.byteSize(), file.name());
      return new Safetensors(file, data, header);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public String file() {
    return file.name();
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
    return Tensor.buffer(values(name), file(), name);
  }

  @Override
  public FloatBuffer floats(String name) {
    return type(name).floats(bytes(name));
  }

  @Override
  public Tensor tensor(String name) {
    return Tensor.mapped(type(name), shapeOf(name), () -> values(name));
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
    file.close();
  }

  private MemorySegment values(String name) {
    TensorEntry entry = entry(name);
    return data.asSlice(entry.begin(), entry.bytes());
  }

  private IllegalArgumentException unexpected(String name, String wanted) {
    return new IllegalArgumentException(
        name + " in " + file() + " is " + type(name) + ", not " + wanted);
  }

  private TensorEntry entry(String name) {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(file() + " has no tensor " + name);
    }
    return entry;
  }
}
