package org.shilpi.data.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;

/// Rows of cells, group of rows after group of rows.
final class ParquetReader implements RowReader {
  private static final long FREE = 64_000_000;
  private static final long MOST_RATIO = 300;
  private static final int ROW = 16;

  private final String name;
  private final FileChannel file;
  private final Footer footer;
  private final long most;
  private List<Cells> cells = List.of();
  private int group;
  private long leftInGroup;
  private long number;
  private long unpacked;

  private ParquetReader(String name, FileChannel file, Footer footer) throws IOException {
    this.name = name;
    this.file = file;
    this.footer = footer;
    this.most = Math.max(FREE, file.size() * MOST_RATIO);
  }

  static ParquetReader open(Source source) throws IOException {
    // It is read from its end: by its path.
    source.close();
    FileChannel file = FileChannel.open(source.path());
    boolean opened = false;
    try {
      Footer footer = ParquetFormat.footer(file, source.name());
      opened = true;
      return new ParquetReader(source.name(), file, footer);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      while (leftInGroup == 0) {
        if (!nextGroup()) {
          return Optional.empty();
        }
      }
      leftInGroup--;
      number++;
      return Optional.of(row());
    } catch (Broken broken) {
      throw Problem.causedBy(broken, "problem.data.parquet-broken", name);
    }
  }

  private Row row() throws IOException {
    List<String> row = new ArrayList<>(cells.size());
    long characters = 0;
    for (Cells column : cells) {
      String cell = column.next();
      characters += cell.length();
      row.add(cell);
    }
    if (characters > LONGEST_ROW) {
      throw Problem.of("problem.data.row-too-long", name, Long.toString(number));
    }
    unpacked += characters + ROW;
    if (unpacked > most) {
      throw Problem.of("problem.data.bomb", name);
    }
    return new Row.Cells(number, row);
  }

  private boolean nextGroup() throws IOException {
    for (Cells column : cells) {
      column.end();
    }
    cells = List.of();
    if (group == footer.groups().size()) {
      return false;
    }
    Footer.Group next = footer.groups().get(group++);
    Room room = new Room(name);
    List<Cells> opened = new ArrayList<>();
    for (Column column : footer.schema().columns()) {
      Pages pages = new Pages(file, name, column, next.chunks().get(column.at()), room);
      opened.add(new Cells(pages, column));
    }
    cells = opened;
    leftInGroup = next.rows();
    return true;
  }

  @Override
  public double share() {
    return Math.min(1, number / Math.max(1.0, footer.rows()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
