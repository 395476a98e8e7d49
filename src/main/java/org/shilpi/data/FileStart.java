package org.shilpi.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The first bytes of a file, enough to tell text from everything else.
record FileStart(byte[] bytes) {
  private static final int MOST = 1 << 16;

  private static final Map<String, String> SIGNATURES = signatures();

  // First bytes of common kinds of file (as in the PRONOM registry), in hexadecimal digits.
  private static Map<String, String> signatures() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("504b0304", "ZIP, XLSX, DOCX");
    kinds.put("25504446", "PDF");
    kinds.put("d0cf11e0", "XLS, DOC, MSG");
    kinds.put("89504e47", "PNG");
    kinds.put("ffd8ff", "JPEG");
    kinds.put("47494638", "GIF");
    kinds.put("1f8b", "GZIP");
    kinds.put("425a68", "BZIP2");
    kinds.put("377abcaf", "7Z");
    kinds.put("28b52ffd", "ZSTD");
    kinds.put("50415231", "Parquet");
    kinds.put("53514c69746520", "SQLite");
    kinds.put("7f454c46", "ELF");
    kinds.put("4d5a90", "EXE");
    return kinds;
  }

  static FileStart of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new FileStart(in.readNBytes(MOST));
    }
  }

  int length() {
    return bytes.length;
  }

  /// What the file is if it is not text: a known kind, or "?".
  Optional<String> binaryKind() {
    String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
    for (Map.Entry<String, String> kind : SIGNATURES.entrySet()) {
      if (start.startsWith(kind.getKey())) {
        return Optional.of(kind.getValue());
      }
    }
    // Encrypted: the length that follows the name has zeros, which a text has not there.
    if (start.matches("50415245.{6}00.*")) {
      return Optional.of("Parquet");
    }
    boolean utf16 =
        marked().or(this::unmarkedUtf16).filter(c -> c != StandardCharsets.UTF_8).isPresent();
    // A stray control character makes a bad row, many make a file that is no text at all.
    return !utf16 && controls() > 8 && controls() * 10 > bytes.length
        ? Optional.of("?")
        : Optional.empty();
  }

  boolean hasControls() {
    return controls() > 0;
  }

  private int controls() {
    int count = 0;
    for (byte b : bytes) {
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        count++;
      }
    }
    return count;
  }

  /// The encoding that a byte order mark names.
  Optional<Charset> marked() {
    if (starts(0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return starts(0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /// UTF-16 without a mark: every other byte of mostly Latin text is zero.
  Optional<Charset> unmarkedUtf16() {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        zeros[i % 2]++;
      }
    }
    int half = bytes.length / 2;
    if (half < 4) {
      return Optional.empty();
    }
    if (zeros[1] > 0.4 * half && zeros[0] < 0.05 * half) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return zeros[0] > 0.4 * half && zeros[1] < 0.05 * half
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /// Length of the byte order mark, as far as this encoding has one.
  int mark(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return starts(0xEF, 0xBB, 0xBF) ? 3 : 0;
    }
    if (charset.equals(StandardCharsets.UTF_16LE)) {
      return starts(0xFF, 0xFE) ? 2 : 0;
    }
    return charset.equals(StandardCharsets.UTF_16BE) && starts(0xFE, 0xFF) ? 2 : 0;
  }

  private boolean starts(int... values) {
    for (int i = 0; i < values.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }
}
