package org.shilpi.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.shilpi.job.Problem;

/// The values of a column in some rows, page by page.
final class Pages {
  private static final int LONGEST = 64_000_000;

  /// Heads are some ten bytes, with statistics some hundred; these may hold two whole values.
  private static final int[] HEADS = {1 << 10, 1 << 16, 1 << 23};

  /// What a text takes beside its characters.
  private static final int TEXT = 56;

  private final FileChannel file;
  private final String name;
  private final Column column;
  private final Codec codec;
  private final Room room;
  private final long end;

  private long at;
  private long values;
  private long taken;
  private List<String> dictionary = List.of();
  private Levels repetitions = Levels.NONE;
  private Levels definitions = Levels.NONE;
  private Texts texts = () -> "";
  private int left;

  private int repetition;
  private boolean present;
  private String text = "";

  /// Numbers that tell how values nest.
  @FunctionalInterface
  private interface Levels {
    Levels NONE = () -> 0;

    int next() throws Broken;
  }

  /// @param name of the file
  Pages(FileChannel file, String name, Column column, Footer.Chunk chunk, Room room) throws Broken {
    this.file = file;
    this.name = name;
    this.column = column;
    this.codec = Codec.of(chunk.codec());
    this.room = room;
    this.at = chunk.start();
    this.end = chunk.start() + chunk.length();
    this.values = chunk.values();
  }

  /// Goes to the next value, also where it is missing; false at the end.
  boolean step() throws IOException {
    if (values == 0) {
      return false;
    }
    while (left == 0) {
      page();
    }
    left--;
    values--;
    repetition = repetitions.next();
    int definition = definitions.next();
    if (repetition > column.repetition() || definition > column.definition()) {
      throw new Broken("levels " + repetition + " and " + definition);
    }
    present = definition == column.definition();
    text = present ? texts.next() : "";
    return true;
  }

  /// How the value continues the one before: 0 begins a row.
  int repetition() {
    return repetition;
  }

  boolean present() {
    return present;
  }

  String text() {
    return text;
  }

  private void page() throws IOException {
    PageHead head = head();
    if (head.packed() > end - at) {
      throw new Broken("a page of " + head.packed() + " bytes");
    }
    if (head.packed() > LONGEST || head.size() > LONGEST) {
      throw Problem.of("problem.data.parquet-large", name);
    }
    long from = at;
    at += head.packed();
    switch (head.type()) {
      case PageHead.DICTIONARY -> dictionary(head, from);
      case PageHead.DATA, PageHead.DATA_LEVELS_APART -> data(head, from);
      default -> {} // an index
    }
  }

  private PageHead head() throws IOException {
    for (int most : HEADS) {
      Bytes bytes = Footer.bytes(file, at, Math.min(most, end - at));
      boolean all = bytes.left() < most;
      try {
        PageHead head = PageHead.read(bytes);
        at += bytes.at();
        return head;
      } catch (Broken tooShort) {
        if (all || most == HEADS[HEADS.length - 1]) {
          throw tooShort;
        }
      }
    }
    throw new IllegalStateException();
  }

  private Bytes packed(PageHead head, long from) throws IOException {
    Bytes bytes = Footer.bytes(file, from, head.packed());
    if (head.checksum() != PageHead.NO_CHECKSUM) {
      CRC32 sum = new CRC32();
      sum.update(bytes.array());
      if (sum.getValue() != head.checksum()) {
        throw new Broken("a wrong checksum");
      }
    }
    return bytes;
  }

  private void dictionary(PageHead head, long from) throws IOException {
    long needed = 2L * head.size() + (long) head.values() * (TEXT + column.meaning().detail());
    room.take(needed + head.packed());
    Bytes in = codec.unpack(packed(head, from), head.size());
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < head.values(); i++) {
      entries.add(column.plain(in));
    }
    dictionary = entries;
    room.give(head.packed());
  }

  private void data(PageHead head, long from) throws IOException {
    room.give(taken);
    texts = () -> "";
    taken = (long) head.size() + head.packed();
    room.take(taken);
    Bytes in = packed(head, from);
    if (head.type() == PageHead.DATA) {
      in = codec.unpack(in, head.size());
      repetitions = levels(in, column.repetition());
      definitions = levels(in, column.definition());
    } else {
      long apart = (long) head.repetitions() + head.definitions();
      repetitions = levels(in.part(head.repetitions()), head.repetitions(), column.repetition());
      definitions = levels(in.part(head.definitions()), head.definitions(), column.definition());
      if (apart > head.size()) {
        throw new Broken("levels of " + apart + " bytes");
      }
      in = head.compressed() ? codec.unpack(in, (int) (head.size() - apart)) : in;
    }
    texts = Texts.of(column, head.encoding(), in, dictionary);
    left = head.values();
  }

  private static Levels levels(Bytes in, int most) throws Broken {
    if (most == 0) {
      return Levels.NONE;
    }
    Bytes part = in.part(in.int32());
    return levels(part, part.left(), most);
  }

  private static Levels levels(Bytes part, int length, int most) throws Broken {
    return most == 0 || length == 0 ? Levels.NONE : new Hybrid(part, Hybrid.width(most))::next;
  }
}
