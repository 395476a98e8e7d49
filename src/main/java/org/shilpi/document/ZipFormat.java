package org.shilpi.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.shilpi.data.CharsetGuess;
import org.shilpi.data.Reason;

/// An archive of documents. Nothing is unpacked onto the disk; a name that would lie outside of the
/// folder, and a link, are refused all the same: who packs such a thing means no good.
final class ZipFormat implements Formats.Format {
  private static final Pattern OUTSIDE =
      Pattern.compile("(?s)([/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?|.*\\p{Cntrl}.*)");
  private static final Pattern OF_NO_INTEREST =
      Pattern.compile("(__MACOSX/.*|(.*/)?(\\.DS_Store|Thumbs\\.db|desktop\\.ini))");

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(content.channel()).get()) {
      List<ZipArchiveEntry> entries = new ArrayList<>(Collections.list(zip.getEntries()));
      entries.removeIf(
          entry -> entry.isDirectory() || OF_NO_INTEREST.matcher(entry.getName()).matches());
      if (entries.isEmpty()) {
        throw new Unreadable(Reason.of("rejected.archive-empty"));
      }
      if (entries.size() > Limits.PARTS) {
        throw new Unreadable(Reason.of("rejected.parts", Integer.toString(Limits.PARTS)));
      }
      // Who says so himself need not be read half: who lies is found out on the way.
      if (entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum()
          > Limits.ARCHIVE) {
        throw Unreadable.swollen();
      }
      Charset charset = charset(entries);
      for (int i = 0; i < entries.size(); i++) {
        reading.share((double) i / entries.size());
        take(zip, entries.get(i), name(entries.get(i), charset), content, reading);
      }
    }
  }

  private static void take(
      ZipFile zip, ZipArchiveEntry entry, String name, Content archive, Reading reading)
      throws Unreadable {
    Content place = archive.inside(name, new byte[0], Optional.empty());
    if (OUTSIDE.matcher(name).matches()) {
      reading.refuse(place.path(), Reason.of("rejected.archive-path"));
    } else if (entry.isUnixSymlink()) {
      reading.refuse(place.path(), Reason.of("rejected.archive-link"));
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      reading.refuse(place.path(), Unreadable.locked().reason());
    } else {
      byte[][] bytes = new byte[1][];
      reading.attempt(place, "zip", () -> bytes[0] = bytes(zip, entry));
      if (bytes[0] != null) {
        reading.unpacked(bytes[0].length);
        reading.inside(archive.inside(name, bytes[0], Optional.empty()));
      }
    }
  }

  // What an entry says about its size is not to be trusted.
  private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException, Unreadable {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(Limits.DOCUMENT + 1);
      if (bytes.length > Limits.DOCUMENT) {
        throw Unreadable.large();
      }
      return bytes;
    }
  }

  // Packers write names in the encoding of their machine unless they say that it is UTF-8.
  private static Charset charset(List<ZipArchiveEntry> entries) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    for (ZipArchiveEntry entry : entries) {
      if (!entry.getGeneralPurposeBit().usesUTF8ForNames() && entry.getRawName() != null) {
        names.writeBytes(entry.getRawName());
        names.write('\n');
      }
    }
    return CharsetGuess.of(names.toByteArray()).orElse(StandardCharsets.UTF_8);
  }

  private static String name(ZipArchiveEntry entry, Charset charset) {
    byte[] raw = entry.getRawName();
    return raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()
        ? entry.getName()
        : CharsetGuess.strictly(raw, charset).orElseGet(entry::getName);
  }
}
