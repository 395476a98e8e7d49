package org.shilpi.data.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// How pages are packed, in the order of the format's numbers.
enum Codec {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  LZO,
  BROTLI,
  LZ4,
  ZSTD,
  LZ4_RAW;

  static Codec of(int number) throws Broken {
    if (number < 0 || number >= values().length) {
      throw new Broken("packed in way " + number);
    }
    return values()[number];
  }

  /// Its name, if it cannot be unpacked.
  Optional<String> unknown() {
    return switch (this) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> Optional.empty();
      // The first LZ4 had a frame of Hadoop's own; it is hardly met any more.
      case LZO, BROTLI, LZ4 -> Optional.of(name());
    };
  }

  /// Unpacks all that is left.
  ///
  /// @param size bytes that it must come to
  Bytes unpack(Bytes in, int size) throws IOException {
    if (size == 0) {
      return in.part(0); // some writers pack nothing, others leave it
    }
    return switch (this) {
      case UNCOMPRESSED -> in.part(size);
      case SNAPPY -> new Bytes(Blocks.snappy(in, size));
      case LZ4_RAW -> new Bytes(Blocks.lz4(in, size));
      case GZIP -> gzip(in, size);
      case ZSTD -> new Bytes(Zstd.unpack(in, size));
      default -> throw new Broken("packed as " + name());
    };
  }

  private static Bytes gzip(Bytes in, int size) throws IOException {
    int length = in.left();
    int start = in.skip(length);
    try (InputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(in.array(), start, length))) {
      byte[] bytes = unpacked.readNBytes(size);
      if (bytes.length < size || unpacked.read() >= 0) {
        throw new Broken("not of " + size + " bytes");
      }
      return new Bytes(bytes);
    } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
      throw new Broken(String.valueOf(damaged.getMessage()));
    }
  }
}
