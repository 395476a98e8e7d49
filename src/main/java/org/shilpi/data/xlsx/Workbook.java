package org.shilpi.data.xlsx;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shilpi.job.Problem;

/// The parts of an open workbook.
final class Workbook implements Closeable {
  private static final long FREE = 64_000_000;
  private static final long MOST_RATIO = 300;
  private static final long MOST_SHARED = 64_000_000;
  private static final String MAIN = "xl/workbook.xml";

  private final String name;
  private final ZipFile zip;

  private Workbook(String name, ZipFile zip) {
    this.name = name;
    this.zip = zip;
  }

  /// @throws Problem if the file is no whole workbook
  static Workbook open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      return new Workbook(name, new ZipFile(file.toFile()));
    } catch (ZipException broken) {
      throw Problem.causedBy(broken, "problem.data.xlsx-broken", name);
    }
  }

  /// Whether a zip holds a workbook.
  static boolean isOne(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(MAIN) != null;
    } catch (IOException broken) {
      return false;
    }
  }

  String name() {
    return name;
  }

  /// Reads a part with its elements handed to a visitor; false if there is no such part.
  boolean read(String part, Xml.Visitor visitor) throws IOException {
    Optional<Xml> xml = xml(part);
    if (xml.isEmpty()) {
      return false;
    }
    try (Xml open = xml.get()) {
      open.each(visitor);
    }
    return true;
  }

  /// A part to be read piece by piece.
  Optional<Xml> xml(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Xml(name, new Bounded(zip.getInputStream(entry), entry), entry.getSize()));
    } catch (ZipException broken) {
      throw Problem.causedBy(broken, "problem.data.xlsx-broken", name);
    }
  }

  /// The parts of all sheets, those that are shown first.
  List<String> sheets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    read(
        "xl/_rels/workbook.xml.rels",
        at -> {
          if (at.is("Relationship")) {
            targets.put(at.attribute("Id"), part(at.attribute("Target")));
          }
        });
    List<String> shown = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean there =
        read(
            MAIN,
            at -> {
              if (at.is("sheet")) {
                String target = targets.get(at.attribute("id"));
                if (target != null) {
                  (at.attribute("state").contains("idden") ? hidden : shown).add(target);
                }
              }
            });
    if (!there) {
      throw Problem.of("problem.data.xlsx-broken", name);
    }
    shown.addAll(hidden);
    return shown;
  }

  private static String part(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  /// Whether its days are counted from 1904, as old Macintosh versions did.
  boolean since1904() throws IOException {
    boolean[] found = new boolean[1];
    read(
        MAIN,
        at -> {
          if (at.is("workbookPr")) {
            String value = at.attribute("date1904");
            found[0] = value.equals("1") || value.equals("true");
          }
        });
    return found[0];
  }

  /// The texts that cells point to.
  ///
  /// @throws Problem if they are more than memory should hold
  List<String> sharedStrings() throws IOException {
    // The part's name is the same in all files seen; its relationship would say so.
    Optional<Xml> xml = xml(sharedPart());
    List<String> strings = new ArrayList<>();
    if (xml.isEmpty()) {
      return strings;
    }
    long characters = 0;
    try (Xml open = xml.get()) {
      while (open.next()) {
        if (open.is("si")) {
          String text = open.text("t", "rPh");
          characters += text.length() + 40;
          if (characters > MOST_SHARED) {
            throw Problem.of("problem.data.xlsx-large", name);
          }
          strings.add(text);
        }
      }
    }
    return strings;
  }

  private String sharedPart() {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String part = entries.nextElement().getName();
      if (part.equalsIgnoreCase("xl/sharedStrings.xml")) {
        return part;
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Ends what unpacks to far more than it is.
  private final class Bounded extends FilterInputStream {
    private final long most;
    private long read;

    Bounded(InputStream in, ZipEntry entry) {
      super(in);
      this.most = Math.max(FREE, entry.getCompressedSize() * MOST_RATIO);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      read += Math.max(count, 0);
      if (read > most) {
        throw Problem.of("problem.data.bomb", name);
      }
      return count;
    }
  }
}
