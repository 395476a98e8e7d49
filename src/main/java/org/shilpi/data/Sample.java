package org.shilpi.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.shilpi.job.Problem;

/// The beginning of a file, which formats are told by.
///
/// @param signature its first bytes, at most 16, in lower-case hexadecimal digits
/// @param encoding how its characters are written; empty if it holds none
/// @param text its first characters
/// @param cut whether the file goes on after them
/// @param document which kind of document it is, empty if it is none
public record Sample(
    Path path,
    String signature,
    Optional<TextEncoding> encoding,
    String text,
    boolean cut,
    Optional<DocumentKind> document) {
  private static final int MOST = 1 << 18;

  /// Looks at the beginning of a file.
  ///
  /// @param charset name of the encoding, or what the bytes say
  /// @throws Problem if there is no such file, or it is empty or not in that encoding
  static Sample of(Path path, Optional<String> charset) throws IOException {
    if (!Files.exists(path)) {
      throw Problem.of("problem.data.missing", path.toString());
    }
    if (!Files.isRegularFile(path)) {
      throw Problem.of("problem.data.not-file", path.toString());
    }
    if (!Files.isReadable(path)) {
      throw Problem.of("problem.data.unreadable", path.toString());
    }
    FileStart start = FileStart.of(path);
    byte[] first = Arrays.copyOf(start.bytes(), Math.min(start.length(), 16));
    String signature = HexFormat.of().formatHex(first);
    Optional<DocumentKind> document = DocumentKind.of(start.bytes(), TextEncoding.name(path));
    if (start.length() > 0 && start.binaryKind().isPresent()) {
      return new Sample(path, signature, Optional.empty(), "", false, document);
    }
    TextEncoding encoding;
    try {
      encoding = TextEncoding.of(path, charset);
    } catch (Problem mixed) {
      // A mail may hold texts in several encodings.
      if (document.isEmpty()) {
        throw mixed;
      }
      return new Sample(path, signature, Optional.empty(), "", false, document);
    }
    try (Reader in = encoding.reader(Files.newInputStream(path))) {
      char[] chars = new char[MOST];
      int length = 0;
      int read;
      while (length < MOST && (read = in.read(chars, length, MOST - length)) > 0) {
        length += read;
      }
      String text = new String(chars, 0, length);
      if (text.isBlank()) {
        throw Problem.of("problem.data.empty", TextEncoding.name(path));
      }
      return new Sample(path, signature, Optional.of(encoding), text, length == MOST, document);
    }
  }

  public String name() {
    return TextEncoding.name(path);
  }

  /// Whether the file's name ends so, regardless of case.
  public boolean named(String... endings) {
    String lower = name().toLowerCase(Locale.ROOT);
    return Arrays.stream(endings).anyMatch(lower::endsWith);
  }

  public boolean isText() {
    return encoding.isPresent();
  }
}
