package org.shilpi.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.job.Problem;

/// How a file's bytes become characters. The whole file was decoded strictly once, so that reading
/// it later meets no surprise.
///
/// @param charset as a byte order mark, the bytes themselves (see [CharsetGuess]) or the user name
///   it; where nothing is likely, Windows-1252
/// @param mark bytes of the byte order mark at the start, 0 if there is none
public record TextEncoding(Charset charset, int mark) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// Finds the encoding, or checks the one that the user named.
  ///
  /// @throws Problem if the file is empty, binary, or not in that encoding
  public static TextEncoding of(Path file, Optional<String> named) throws IOException {
    FileStart start = FileStart.of(file);
    if (start.length() == 0) {
      throw Problem.of("problem.data.empty", name(file));
    }
    start
        .binaryKind()
        .ifPresent(kind -> {
          throw Problem.of("problem.data.binary", name(file), kind);
        });
    if (named.isPresent()) {
      Charset charset = charset(named.get());
      return new TextEncoding(charset, start.mark(charset)).checked(file);
    }
    Optional<Charset> marked = start.marked().or(start::unmarkedUtf16);
    if (marked.isPresent()) {
      return new TextEncoding(marked.get(), start.mark(marked.get())).checked(file);
    }
    for (Charset charset : likely(start)) {
      TextEncoding encoding = new TextEncoding(charset, 0);
      if (encoding.firstBad(file) < 0) {
        return encoding;
      }
    }
    throw Problem.of("problem.data.encoding-unknown", name(file));
  }

  // In the order in which they are tried on the whole file.
  private static List<Charset> likely(FileStart start) {
    List<Charset> likely = new ArrayList<>();
    byte[] bytes = start.bytes();
    CharsetGuess.escaping(bytes).ifPresent(likely::add);
    likely.add(StandardCharsets.UTF_8);
    CharsetGuess.notWestern(bytes).ifPresent(likely::add);
    if (!start.hasControls()) {
      likely.add(WINDOWS_1252);
    }
    return likely;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Problem.causedBy(e, "problem.data.charset", name);
    }
  }

  private TextEncoding checked(Path file) throws IOException {
    long bad = firstBad(file);
    if (bad >= 0) {
      throw Problem.of("problem.data.encoding", name(file), charset.name(), Long.toString(bad + 1));
    }
    return this;
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// Characters of the file, strictly decoded, without the mark.
  Reader reader(InputStream in) throws IOException {
    in.skipNBytes(mark);
    return new InputStreamReader(in, strict());
  }

  private CharsetDecoder strict() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  // Offset of the first byte that is not in this encoding, -1 if all are.
  private long firstBad(Path file) throws IOException {
    CharsetDecoder decoder = strict();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    long offset = mark;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(mark);
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result;
        do {
          int before = bytes.position();
          chars.clear();
          result = decoder.decode(bytes, chars, end);
          offset += bytes.position() - before;
        } while (result.isOverflow());
        if (result.isError()) {
          return offset;
        }
        bytes.compact();
      }
    }
    return -1;
  }
}
