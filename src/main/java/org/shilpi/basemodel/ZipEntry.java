package org.shilpi.basemodel;

import java.util.regex.Pattern;
import org.shilpi.job.Problem;

/// One file or folder of a zip file.
///
/// @param name path inside, with `/` between its parts; a folder's ends with one
/// @param flags general purpose bits
/// @param method 0 for stored, 8 for deflated
/// @param crc CRC-32 of the content
/// @param packed bytes it takes in the zip file
/// @param size bytes of its content
/// @param mode Unix type and permissions, 0 if none are told
/// @param header where its local header begins
record ZipEntry(
    String name, int flags, int method, long crc, long packed, long size, int mode, long header) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final int LONGEST_SHOWN = 80;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isStored() {
    return method == STORED;
  }

  /// @throws Problem if it is encrypted, a link or device, or would land outside the folder it is
  ///   unpacked to on any system
  void requireHarmless(String zip) {
    if ((flags & ENCRYPTED) != 0) {
      throw Problem.of("problem.basemodel.zip.encrypted", zip, shown());
    }
    int type = mode & TYPE;
    if (type != 0 && type != (isFolder() ? FOLDER : FILE)) {
      throw Problem.of("problem.basemodel.zip.link", zip, shown());
    }
    if (escapes()) {
      throw Problem.of("problem.basemodel.zip.escape", zip, shown());
    }
  }

  private boolean escapes() {
    String path = isFolder() ? name.substring(0, name.length() - 1) : name;
    if (DRIVE.matcher(path).matches() || path.chars().anyMatch(c -> c == '\\' || c < ' ')) {
      return true;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  /// The name as a message may show it.
  String shown() {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
  }
}
