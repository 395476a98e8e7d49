package org.shilpi.data.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Writes small Parquet files for tests: one page a column and group of rows.
public final class ParquetOut {
  static final int INT32 = 1;
  static final int INT64 = 2;
  static final int DOUBLE = 5;
  static final int BYTES = 6;

  private static final int PLAIN = 0;
  private static final int DICTIONARY = 8;

  /// @param type number of the physical type
  /// @param converted number of the converted type, or -1
  /// @param values in order; null = missing; a list where the column holds lists
  private record Column(String name, int type, int converted, boolean list, List<?> values) {}

  private final List<Column> columns = new ArrayList<>();
  private int codec;
  private UnaryOperator<byte[]> packing = UnaryOperator.identity();
  private boolean levelsApart;
  private boolean dictionary;
  private int groups = 1;
  private long rows = -1;
  private int encoding = PLAIN;
  private UnaryOperator<byte[]> encoded = UnaryOperator.identity();

  public ParquetOut texts(String name, List<?> values) {
    return column(name, BYTES, 0, values);
  }

  public ParquetOut lists(String name, List<?> values) {
    columns.add(new Column(name, BYTES, 0, true, values));
    return this;
  }

  ParquetOut column(String name, int type, int converted, List<?> values) {
    columns.add(new Column(name, type, converted, false, values));
    return this;
  }

  public ParquetOut packed(int number, UnaryOperator<byte[]> how) {
    codec = number;
    packing = how;
    return this;
  }

  public ParquetOut levelsApart() {
    levelsApart = true;
    return this;
  }

  public ParquetOut dictionary() {
    dictionary = true;
    return this;
  }

  public ParquetOut groups(int count) {
    groups = count;
    return this;
  }

  /// What the file says of its rows, whatever it holds.
  ParquetOut saysRows(long count) {
    rows = count;
    return this;
  }

  /// Values in another encoding than the plain one.
  ParquetOut encoded(int number, UnaryOperator<byte[]> how) {
    encoding = number;
    encoded = how;
    return this;
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    ThriftOut footer = new ThriftOut();
    footer.number(1, 2);
    schema(footer);
    int total = columns.getFirst().values().size();
    footer.number(3, rows < 0 ? total : rows);
    footer.list(4, groups);
    for (int g = 0; g < groups; g++) {
      int from = total * g / groups;
      int to = total * (g + 1) / groups;
      ThriftOut group = new ThriftOut();
      group.list(1, columns.size());
      for (Column column : columns) {
        group.element(chunk(out, column, column.values().subList(from, to)));
      }
      group.number(2, 0).number(3, rows < 0 ? to - from : rows);
      footer.element(group);
    }
    byte[] foot = footer.end();
    out.writeBytes(foot);
    out.writeBytes(int32(foot.length));
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private void schema(ThriftOut footer) {
    int lists = (int) columns.stream().filter(Column::list).count();
    footer.list(2, 1 + columns.size() + 2 * lists);
    footer.element(new ThriftOut().text(4, "schema").number(5, columns.size()));
    for (Column column : columns) {
      if (column.list()) {
        footer.element(
            new ThriftOut().number(3, 1).text(4, column.name()).number(5, 1).number(6, 3));
        footer.element(new ThriftOut().number(3, 2).text(4, "list").number(5, 1));
      }
      ThriftOut leaf = new ThriftOut().number(1, column.type()).number(3, 1);
      leaf.text(4, column.list() ? "element" : column.name());
      if (column.converted() >= 0) {
        leaf.number(6, column.converted());
      }
      footer.element(leaf);
    }
  }

  private ThriftOut chunk(ByteArrayOutputStream out, Column column, List<?> values) {
    Levels levels = new Levels(column);
    values.forEach(levels::add);
    int start = out.size();
    List<Object> different = new ArrayList<>(new LinkedHashSet<>(levels.present));
    if (dictionary) {
      byte[] plain = plain(column, different);
      page(
          out,
          2,
          plain,
          new byte[0],
          new byte[0],
          page -> {
            ThriftOut inner = new ThriftOut().number(1, different.size()).number(2, PLAIN);
            return page.struct(7, inner);
          });
    }
    int data = out.size();
    byte[] body;
    if (dictionary) {
      ByteArrayOutputStream pointers = new ByteArrayOutputStream();
      pointers.write(32);
      levels.present.forEach(value -> {
        pointers.write(2); // a run of one
        pointers.writeBytes(int32(different.indexOf(value)));
      });
      body = pointers.toByteArray();
    } else {
      body = encoded.apply(plain(column, levels.present));
    }
    int count = levels.definitions.size();
    int written = dictionary ? DICTIONARY : encoding;
    byte[] repetitions = column.list() ? runs(levels.repetitions) : new byte[0];
    byte[] definitions = runs(levels.definitions);
    if (levelsApart) {
      page(
          out,
          3,
          body,
          repetitions,
          definitions,
          page ->
              page.struct(
                  8,
                  new ThriftOut()
                      .number(1, count)
                      .number(2, 0)
                      .number(3, values.size())
                      .number(4, written)
                      .number(5, definitions.length)
                      .number(6, repetitions.length)));
    } else {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      if (column.list()) {
        whole.writeBytes(int32(repetitions.length));
        whole.writeBytes(repetitions);
      }
      whole.writeBytes(int32(definitions.length));
      whole.writeBytes(definitions);
      whole.writeBytes(body);
      page(
          out,
          0,
          whole.toByteArray(),
          new byte[0],
          new byte[0],
          page ->
              page.struct(
                  5,
                  new ThriftOut().number(1, count).number(2, written).number(3, 3).number(4, 3)));
    }
    ThriftOut meta =
        new ThriftOut()
            .number(1, column.type())
            .number(4, codec)
            .number(5, count)
            .number(6, out.size() - start)
            .number(7, out.size() - start)
            .number(9, data);
    if (dictionary) {
      meta.number(11, start);
    }
    return new ThriftOut().number(2, start).struct(3, meta);
  }

  private void page(
      ByteArrayOutputStream out,
      int type,
      byte[] body,
      byte[] repetitions,
      byte[] definitions,
      UnaryOperator<ThriftOut> inner) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(repetitions);
    whole.writeBytes(definitions);
    whole.writeBytes(packing.apply(body));
    CRC32 sum = new CRC32();
    sum.update(whole.toByteArray());
    ThriftOut head =
        new ThriftOut()
            .number(1, type)
            .number(2, body.length + repetitions.length + definitions.length)
            .number(3, whole.size())
            .number(4, (int) sum.getValue());
    out.writeBytes(inner.apply(head).end());
    out.writeBytes(whole.toByteArray());
  }

  private static final class Levels {
    private final Column column;
    private final List<Integer> repetitions = new ArrayList<>();
    private final List<Integer> definitions = new ArrayList<>();
    private final List<Object> present = new ArrayList<>();

    Levels(Column column) {
      this.column = column;
    }

    void add(@Nullable Object value) {
      if (!column.list()) {
        one(0, value == null ? 0 : 1, value);
      } else if (value == null || ((List<?>) value).isEmpty()) {
        one(0, value == null ? 0 : 1, null);
      } else {
        List<?> list = (List<?>) value;
        for (int i = 0; i < list.size(); i++) {
          one(i == 0 ? 0 : 1, list.get(i) == null ? 2 : 3, list.get(i));
        }
      }
    }

    private void one(int repetition, int definition, @Nullable Object value) {
      repetitions.add(repetition);
      definitions.add(definition);
      if (value != null) {
        present.add(value);
      }
    }
  }

  // Each a run of its own.
  private static byte[] runs(List<Integer> levels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int level : levels) {
      out.write(2);
      out.write(level);
    }
    return out.toByteArray();
  }

  static byte[] plain(int type, List<?> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object value : values) {
      switch (type) {
        case INT32 -> out.writeBytes(int32((int) value));
        case INT64 -> out.writeBytes(int64((long) value));
        case DOUBLE -> out.writeBytes(int64(Double.doubleToLongBits((double) value)));
        default -> {
          byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
          out.writeBytes(int32(bytes.length));
          out.writeBytes(bytes);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] plain(Column column, List<?> values) {
    return plain(column.type(), values);
  }

  static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] int64(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  /// A structure in Thrift's compact protocol.
  static final class ThriftOut {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    ThriftOut number(int id, long value) {
      field(id, 6);
      varint(value << 1 ^ value >> 63);
      return this;
    }

    ThriftOut text(int id, String value) {
      field(id, 8);
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    ThriftOut struct(int id, ThriftOut value) {
      field(id, 12);
      out.writeBytes(value.end());
      return this;
    }

    /// Its elements, structures, must follow.
    void list(int id, int size) {
      field(id, 9);
      out.write(0xFC);
      varint(size);
    }

    ThriftOut element(ThriftOut value) {
      out.writeBytes(value.end());
      return this;
    }

    private void field(int id, int type) {
      out.write(id - last << 4 | type);
      last = id;
    }

    private void varint(long value) {
      long rest = value;
      while (rest >>> 7 != 0) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    byte[] end() {
      out.write(0);
      return out.toByteArray();
    }
  }
}
