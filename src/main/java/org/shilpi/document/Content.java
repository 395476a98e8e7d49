package org.shilpi.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// A file on the disk, or what came out of another one.
///
/// @param path where it lies inside the file that was asked for, with `/`; empty for that file
/// @param charset the encoding that its surroundings name for it; empty if none
final class Content {
  private static final int START = 1 << 16;

  private final String path;
  private final String name;
  private final @Nullable Path file;
  private final byte[] bytes;
  private final Optional<String> charset;

  private Content(
      String path, String name, @Nullable Path file, byte[] bytes, Optional<String> charset) {
    this.path = path;
    this.name = name;
    this.file = file;
    this.bytes = bytes;
    this.charset = charset;
  }

  static Content of(Path file) {
    return new Content("", String.valueOf(file.getFileName()), file, new byte[0], Optional.empty());
  }

  /// What came out of this one.
  ///
  /// @param name its own path in there
  Content inside(String name, byte[] bytes, Optional<String> charset) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return new Content(path.isEmpty() ? name : path + "/" + name, last, null, bytes, charset);
  }

  /// A piece of this one that has no name of its own.
  Content part(byte[] bytes, Optional<String> charset) {
    return new Content(path, name, null, bytes, charset);
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  long size() throws IOException {
    return file == null ? bytes.length : Files.size(file);
  }

  String path() {
    return path;
  }

  String name() {
    return name;
  }

  Optional<String> charset() {
    return charset;
  }

  byte[] start() throws IOException {
    try (InputStream in = stream()) {
      return in.readNBytes(START);
    }
  }

  /// @throws Unreadable if it is too large for that
  byte[] bytes() throws IOException, Unreadable {
    if (file == null) {
      return bytes;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] all = in.readNBytes(Limits.DOCUMENT + 1);
      if (all.length > Limits.DOCUMENT) {
        throw Unreadable.large();
      }
      return all;
    }
  }

  InputStream stream() throws IOException {
    return file == null
        ? new ByteArrayInputStream(bytes)
        : new BufferedInputStream(Files.newInputStream(file), START);
  }

  SeekableByteChannel channel() throws IOException {
    return file == null ? new SeekableInMemoryByteChannel(bytes) : Files.newByteChannel(file);
  }
}
