package org.shilpi.data.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.job.Problem;

/// What the end of a file says of it: its columns, and where their values lie.
///
/// @param rows of the whole file
record Footer(Schema schema, List<Group> groups, long rows) {
  static final String MAGIC = "PAR1";
  static final String LOCKED = "PARE";

  /// Length and magic number.
  private static final int TAIL = 8;

  private static final int LONGEST = 64_000_000;
  private static final int MOST_CHUNKS = 1_000_000;

  /// Some rows.
  ///
  /// @param chunks one for each of the file's columns
  record Group(long rows, List<Chunk> chunks) {}

  /// The values of a column in some rows.
  ///
  /// @param codec number of the way in which they are packed
  /// @param values how many, counting those that are missing
  /// @param start where in the file its first page begins
  /// @param length bytes of its pages
  record Chunk(int codec, long values, long start, long length) {}

  /// @throws Problem if the file is encrypted, or its parts lie in several files
  static Footer read(FileChannel file, String name) throws IOException {
    long size = file.size();
    Bytes start = bytes(file, 0, Math.min(size, MAGIC.length()));
    Bytes tail = bytes(file, Math.max(0, size - TAIL), Math.min(size, TAIL));
    if (size < TAIL + MAGIC.length() || !start.text(start.left()).startsWith("PAR")) {
      throw new Broken("too short");
    }
    long length = Integer.toUnsignedLong(tail.int32());
    String magic = tail.text(MAGIC.length());
    if (magic.equals(LOCKED)) {
      throw Problem.of("problem.data.parquet-locked", name);
    }
    if (!magic.equals(MAGIC) || length > size - TAIL - MAGIC.length()) {
      throw new Broken("cut off");
    }
    if (length > LONGEST) {
      throw Problem.of("problem.data.parquet-large", name);
    }
    return new Reading(name, size - TAIL - length)
        .footer(new Thrift(bytes(file, size - TAIL - length, length)));
  }

  /// Bytes of a file, from a position.
  static Bytes bytes(FileChannel file, long from, long length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, from + buffer.position()) < 0) {
        throw new Broken("cut off");
      }
    }
    return new Bytes(buffer.array());
  }

  /// @param name of the file
  /// @param end where the pages of all columns end
  private record Reading(String name, long end) {
    Footer footer(Thrift in) throws Broken {
      Optional<Schema> schema = Optional.empty();
      List<Group> groups = new ArrayList<>();
      long rows = 0;
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 2 -> schema = Optional.of(Schema.read(in));
          case 3 -> rows = in.number();
          case 4 -> groups(in, groups);
          case 8 -> throw Problem.of("problem.data.parquet-locked", name);
          default -> in.skip();
        }
      }
      Schema columns = schema.orElseThrow(() -> new Broken("no columns"));
      int leaves = columns.leaves();
      if (groups.stream().anyMatch(group -> group.chunks().size() != leaves)
          || groups.stream().mapToLong(Group::rows).sum() != rows) {
        throw new Broken("groups of rows with other columns");
      }
      return new Footer(columns, List.copyOf(groups), rows);
    }

    private void groups(Thrift in, List<Group> groups) throws Broken {
      int count = in.structures();
      int chunks = 0;
      for (int i = 0; i < count; i++) {
        Group group = group(in);
        chunks += group.chunks().size() + 1;
        if (chunks > MOST_CHUNKS) {
          throw Problem.of("problem.data.parquet-large", name);
        }
        groups.add(group);
      }
    }

    private Group group(Thrift in) throws Broken {
      List<Chunk> chunks = new ArrayList<>();
      long rows = 0;
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 1 -> {
            int count = in.structures();
            if (count > MOST_CHUNKS) {
              throw Problem.of("problem.data.parquet-large", name);
            }
            for (int i = 0; i < count; i++) {
              chunks.add(chunk(in));
            }
          }
          case 3 -> rows = in.number();
          default -> in.skip();
        }
      }
      if (rows < 0) {
        throw new Broken(rows + " rows");
      }
      return new Group(rows, List.copyOf(chunks));
    }

    private Chunk chunk(Thrift in) throws Broken {
      Optional<Chunk> chunk = Optional.empty();
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 1 -> {
            if (!in.text().isEmpty()) {
              throw Problem.of("problem.data.parquet-elsewhere", name);
            }
          }
          case 3 -> chunk = Optional.of(values(in));
          case 8, 9 -> throw Problem.of("problem.data.parquet-locked", name);
          default -> in.skip();
        }
      }
      return chunk.orElseThrow(() -> new Broken("a column without values"));
    }

    private Chunk values(Thrift in) throws Broken {
      int codec = 0;
      long values = 0;
      long length = 0;
      long data = 0;
      long dictionary = 0;
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 4 -> codec = in.size();
          case 5 -> values = in.number();
          case 7 -> length = in.number();
          case 9 -> data = in.number();
          case 11 -> dictionary = in.number();
          default -> in.skip();
        }
      }
      // Where there is no dictionary, some writers say that it lies at 0.
      long start = dictionary > 0 && dictionary < data ? dictionary : data;
      if (values == 0) {
        return new Chunk(codec, 0, 0, 0);
      }
      if (values < 0 || length < 0 || start < MAGIC.length() || length > end - start) {
        throw new Broken("values outside of the file");
      }
      return new Chunk(codec, values, start, length);
    }
  }
}
