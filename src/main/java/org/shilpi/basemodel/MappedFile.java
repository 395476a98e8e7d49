package org.shilpi.basemodel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped into memory and read little-endian: opening costs nothing, whatever its size.
///
/// Reading past its end throws `IndexOutOfBoundsException`; numbers that do not fit are the
/// caller's to refuse. Safe for use by several threads.
final class MappedFile implements AutoCloseable {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final Arena arena;
  private final MemorySegment bytes;

  private MappedFile(String name, Arena arena, MemorySegment bytes) {
    this.name = name;
    this.arena = arena;
    this.bytes = bytes;
  }

  @SuppressWarnings("MustBeClosedChecker") // The arena lives as long as the file, which closes it.
  static MappedFile open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return new MappedFile(String.valueOf(path.getFileName()), arena, bytes);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// The file's name, for problems.
  String name() {
    return name;
  }

  long size() {
    return bytes.byteSize();
  }

  int unsignedShort(long at) {
    return Short.toUnsignedInt(bytes.get(SHORT, at));
  }

  int signedInt(long at) {
    return bytes.get(INT, at);
  }

  long unsignedInt(long at) {
    return Integer.toUnsignedLong(bytes.get(INT, at));
  }

  /// 64 bits; negative where the unsigned number does not fit.
  long longAt(long at) {
    return bytes.get(LONG, at);
  }

  byte[] copy(long at, int length) {
    return slice(at, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /// A view, valid until [#close()].
  MemorySegment slice(long at, long length) {
    return bytes.asSlice(at, length);
  }

  @Override
  public void close() {
    arena.close();
  }
}
