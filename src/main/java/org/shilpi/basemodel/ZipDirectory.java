package org.shilpi.basemodel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.shilpi.job.Problem;

/// The table of contents of a zip file from anywhere, and where the content of each entry lies.
/// Format: APPNOTE.TXT 6.3 of PKWARE, ZIP64 included; files in several volumes are refused.
///
/// The library's reader is not used because it tells neither places nor Unix modes, and because it
/// trusts the central directory alone. Here both directories must agree, no two entries share a
/// byte, and no name comes twice on any file system.
final class ZipDirectory {
  /// A model folder has dozens; the weights of one file in PyTorch's format thousands.
  private static final int MOST_ENTRIES = 200_000;

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int END64 = 0x06064b50;
  private static final int END64_SIZE = 56;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int LOCATOR64_SIZE = 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int UNICODE = 1 << 11;
  private static final int EXTRA64 = 1;
  private static final long IN_EXTRA = 0xffffffffL;

  private final MappedFile file;
  private final SequencedMap<String, ZipEntry> entries = new LinkedHashMap<>();

  private ZipDirectory(MappedFile file) {
    this.file = file;
  }

  /// @throws Problem if the file is no sound zip file
  static ZipDirectory read(MappedFile file) {
    ZipDirectory directory = new ZipDirectory(file);
    try {
      directory.read();
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw Problem.causedBy(e, "problem.basemodel.zip.damaged", file.name());
    }
    return directory;
  }

  /// By name, in the order of the directory.
  SequencedMap<String, ZipEntry> entries() {
    return entries;
  }

  /// The bytes of an entry as they lie in the file, a view.
  MemorySegment packed(ZipEntry entry) {
    return file.slice(begin(entry), entry.packed());
  }

  private void read() {
    long end = findEnd();
    if (file.unsignedShort(end + 4) != 0 || file.unsignedShort(end + 6) != 0) {
      throw damaged();
    }
    long count = file.unsignedShort(end + 10);
    long size = file.unsignedInt(end + 12);
    long at = file.unsignedInt(end + 16);
    long directoryEnd = end;
    if (end >= LOCATOR64_SIZE && file.signedInt(end - LOCATOR64_SIZE) == LOCATOR64) {
      long end64 = file.longAt(end - LOCATOR64_SIZE + 8);
      if (end64 != end - LOCATOR64_SIZE - END64_SIZE || file.signedInt(end64) != END64) {
        throw damaged();
      }
      count = file.longAt(end64 + 32);
      size = file.longAt(end64 + 40);
      at = file.longAt(end64 + 48);
      directoryEnd = end64;
    }
    if (at < 0 || size < 0 || at > directoryEnd || size != directoryEnd - at) {
      throw damaged();
    }
    if (count > MOST_ENTRIES) {
      throw Problem.of("problem.basemodel.zip.many", file.name());
    }
    Set<String> names = new HashSet<>();
    long next = at;
    for (long i = 0; i < count; i++) {
      ZipEntry entry = central(next);
      String name = entry.name();
      String folded = (entry.isFolder() ? name.substring(0, name.length() - 1) : name);
      if (!names.add(folded.toLowerCase(Locale.ROOT))) {
        throw Problem.of("problem.basemodel.zip.twice", file.name(), entry.shown());
      }
      entries.put(name, entry);
      next +=
          CENTRAL_SIZE
              + file.unsignedShort(next + 28)
              + file.unsignedShort(next + 30)
              + file.unsignedShort(next + 32);
    }
    if (count < 0 || next != directoryEnd) {
      throw damaged();
    }
    requireApart(at);
  }

  private long findEnd() {
    long last = file.size() - END_SIZE;
    for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (file.signedInt(at) == END && file.unsignedShort(at + 20) == last - at) {
        return at;
      }
    }
    throw damaged();
  }

  private ZipEntry central(long at) {
    if (file.signedInt(at) != CENTRAL) {
      throw damaged();
    }
    int flags = file.unsignedShort(at + 8);
    int nameLength = file.unsignedShort(at + 28);
    long packed = file.unsignedInt(at + 20);
    long size = file.unsignedInt(at + 24);
    long header = file.unsignedInt(at + 42);
    long extra = at + CENTRAL_SIZE + nameLength;
    long extraEnd = extra + file.unsignedShort(at + 30);
    while (extra + 4 <= extraEnd) {
      long field = extra + 4;
      extra = field + file.unsignedShort(extra + 2);
      if (extra > extraEnd) {
        throw damaged();
      }
      if (file.unsignedShort(field - 4) == EXTRA64) {
        // Only what did not fit is here, in this order.
        if (size == IN_EXTRA) {
          size = file.longAt(field);
          field += Long.BYTES;
        }
        if (packed == IN_EXTRA) {
          packed = file.longAt(field);
          field += Long.BYTES;
        }
        if (header == IN_EXTRA) {
          header = file.longAt(field);
          field += Long.BYTES;
        }
        if (field > extra) {
          throw damaged();
        }
      }
    }
    ZipEntry entry =
        new ZipEntry(
            name(file.copy(at + CENTRAL_SIZE, nameLength), (flags & UNICODE) != 0),
            flags,
            file.unsignedShort(at + 10),
            file.unsignedInt(at + 16),
            packed,
            size,
            file.unsignedShort(at + 40),
            header);
    boolean sound =
        packed >= 0 && size >= 0 && header >= 0 && (!entry.isStored() || packed == size);
    if (!sound || nameLength == 0 || !agrees(entry, at, nameLength)) {
      throw damaged();
    }
    return entry;
  }

  /// Whether the header in front of the content tells the same as the directory.
  private boolean agrees(ZipEntry entry, long central, int nameLength) {
    long local = entry.header();
    return file.signedInt(local) == LOCAL
        && file.unsignedShort(local + 8) == entry.method()
        && file.unsignedShort(local + 26) == nameLength
        && Arrays.equals(
            file.copy(local + LOCAL_SIZE, nameLength),
            file.copy(central + CENTRAL_SIZE, nameLength));
  }

  private void requireApart(long directory) {
    List<ZipEntry> inOrder =
        entries.values().stream().sorted(Comparator.comparingLong(ZipEntry::header)).toList();
    long free = 0;
    for (ZipEntry entry : inOrder) {
      if (entry.header() < free) {
        throw damaged();
      }
      free = Math.addExact(begin(entry), entry.packed());
    }
    if (free > directory) {
      throw damaged();
    }
  }

  private long begin(ZipEntry entry) {
    long local = entry.header();
    return local + LOCAL_SIZE + file.unsignedShort(local + 26) + file.unsignedShort(local + 28);
  }

  private String name(byte[] bytes, boolean unicode) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      if (unicode) {
        throw Problem.causedBy(e, "problem.basemodel.zip.damaged", file.name());
      }
      // Some old code page: whatever is of use to us has a name in ASCII.
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private Problem damaged() {
    return Problem.of("problem.basemodel.zip.damaged", file.name());
  }
}
