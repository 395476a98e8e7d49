package org.shilpi.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Texts on their way to a worker: how many, then for each the number of its UTF-16 units and the
/// units, all big-endian. UTF-16, so that even half a surrogate pair arrives as it was.
final class TextFile {
  private TextFile() {}

  static void write(List<String> texts, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(texts.size());
      for (var text : texts) {
        out.writeInt(text.length());
        out.writeChars(text);
      }
    }
  }

  /// @throws IOException if the file is cut or promises more than it holds
  static List<String> read(Path file) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int count = in.readInt();
      var texts = new ArrayList<String>();
      for (int i = 0; i < count; i++) {
        long bytes = 2L * in.readInt();
        if (bytes < 0 || bytes > Files.size(file)) {
          throw new EOFException(file + " promises a text of " + bytes + " bytes");
        }
        var units = ByteBuffer.wrap(in.readNBytes((int) bytes));
        if (units.remaining() < bytes) {
          throw new EOFException(file + " ends too early");
        }
        texts.add(units.asCharBuffer().toString());
      }
      return texts;
    }
  }
}
