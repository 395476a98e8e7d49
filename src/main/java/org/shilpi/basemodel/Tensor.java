package org.shilpi.basemodel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.shilpi.job.Problem;

/// A tensor on its way into a safetensors file. Its values are asked for when they are written, so
/// a model larger than the heap can be written one tensor at a time.
public final class Tensor {
  private static final int CHUNK = 1 << 20;
  private static final int PIECE = 1 << 26;

  private final TensorType type;
  private final List<Long> shape;
  private final Values values;

  /// Writes exactly the bytes that type and shape tell, little-endian, row-major.
  @FunctionalInterface
  public interface Values {
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /// @param shape sizes, outermost first; empty for a scalar
  public Tensor(TensorType type, long[] shape, Values values) {
    this.type = type;
    this.shape = LongStream.of(shape).boxed().toList();
    this.values = values;
    TensorEntry.elements(this.shape);
  }

  /// An F32 tensor; each buffer supplied must hold just the values, from its position to its limit.
  public static Tensor floats(long[] shape, Supplier<FloatBuffer> values) {
    return new Tensor(
        TensorType.F32,
        shape,
        out -> {
          FloatBuffer left = values.get().duplicate();
          inChunks(
              out,
              left.remaining(),
              Float.BYTES,
              chunk -> {
                while (chunk.hasRemaining()) {
                  chunk.putFloat(left.get());
                }
              });
        });
  }

  public static Tensor floats(long[] shape, float[] values) {
    return floats(shape, () -> FloatBuffer.wrap(values));
  }

  /// An F64 tensor.
  public static Tensor doubles(long[] shape, double[] values) {
    return new Tensor(
        TensorType.F64,
        shape,
        out -> {
          DoubleBuffer left = DoubleBuffer.wrap(values);
          inChunks(
              out,
              left.remaining(),
              Double.BYTES,
              chunk -> {
                while (chunk.hasRemaining()) {
                  chunk.putDouble(left.get());
                }
              });
        });
  }

  /// An I64 tensor.
  public static Tensor longs(long[] shape, long[] values) {
    return new Tensor(
        TensorType.I64,
        shape,
        out -> {
          LongBuffer left = LongBuffer.wrap(values);
          inChunks(
              out,
              left.remaining(),
              Long.BYTES,
              chunk -> {
                while (chunk.hasRemaining()) {
                  chunk.putLong(left.get());
                }
              });
        });
  }

  /// A tensor whose values lie in memory as they go into the file.
  ///
  /// @param bytes asked for the values when they are written
  static Tensor mapped(TensorType type, List<Long> shape, Supplier<MemorySegment> bytes) {
    return new Tensor(
        type,
        shape.stream().mapToLong(Long::longValue).toArray(),
        out -> {
          MemorySegment left = bytes.get();
          while (left.byteSize() > 0) {
            MemorySegment piece = left.asSlice(0, Math.min(left.byteSize(), PIECE));
            ByteBuffer buffer = piece.asByteBuffer();
            while (buffer.hasRemaining()) {
              out.write(buffer);
            }
            left = left.asSlice(piece.byteSize());
          }
        });
  }

  /// A view of a tensor's bytes.
  ///
  /// @throws Problem if they are more than 2 GiB, which a buffer cannot hold
  static ByteBuffer buffer(MemorySegment values, String file, String name) {
    if (values.byteSize() > Integer.MAX_VALUE) {
      throw Problem.of("problem.basemodel.weights.big", file, name);
    }
    return values.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  public TensorType type() {
    return type;
  }

  public List<Long> shape() {
    return shape;
  }

  /// Bytes it takes in a file.
  public long bytes() {
    return Math.multiplyExact(TensorEntry.elements(shape), (long) type.bytes());
  }

  /// Writes the values as they stand in a file: little-endian, row-major.
  public void writeTo(WritableByteChannel out) throws IOException {
    values.writeTo(out);
  }

  private interface Filling {
    void fill(ByteBuffer chunk);
  }

  private static void inChunks(WritableByteChannel out, int count, int size, Filling filling)
      throws IOException {
    ByteBuffer chunk =
        ByteBuffer.allocateDirect((int) Math.min(CHUNK, (long) count * size))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (long left = (long) count * size; left > 0; left -= chunk.limit()) {
      chunk.clear().limit((int) Math.min(left, chunk.capacity()));
      filling.fill(chunk);
      chunk.flip();
      while (chunk.hasRemaining()) {
        out.write(chunk);
      }
    }
  }
}
