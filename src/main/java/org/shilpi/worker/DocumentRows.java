package org.shilpi.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.job.CancelledException;

/// The rows of one file, from the process that reads it. What that process cannot survive is a row
/// too: the last one.
final class DocumentRows implements RowReader {
  private static final Duration TICK = Duration.ofMillis(100);

  /// What `-XX:+ExitOnOutOfMemoryError` ends with, and what the system's own limit does.
  private static final int OUT_OF_MEMORY = 3;

  private static final int KILLED = 128 + 9;

  private final WorkerDocuments home;
  private final DocumentRequest request;
  private final Patience patience;
  private final Duration limit;
  private final StringBuilder pieces = new StringBuilder();
  private @Nullable DocumentProcess process;
  private boolean begun;
  private boolean ended;
  private long last;
  private double share;

  DocumentRows(WorkerDocuments home, DocumentRequest request, Patience patience, Duration limit) {
    this.home = home;
    this.request = request;
    this.patience = patience;
    this.limit = limit;
    ask(home.take());
  }

  private void ask(DocumentProcess asked) {
    process = asked;
    asked.ask(request);
  }

  /// @throws CancelledException if this thread was interrupted
  @Override
  public Optional<Row> next() {
    patience.heard();
    try {
      while (!ended && process != null) {
        Optional<Finding> finding = process.next(TICK);
        Optional<Row> row = finding.isPresent() ? row(finding.get()) : loss(process);
        if (row.isPresent()) {
          return row;
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  @Override
  public double share() {
    return share;
  }

  private Optional<Row> row(Finding finding) {
    patience.heard();
    switch (finding) {
      case Finding.Begun() -> begun = true;
      case Finding.Piece(String text) -> {
        pieces.append(text);
        if (pieces.length() > LONGEST_ROW) {
          return lost(Reason.of("rejected.document-memory"));
        }
      }
      case Finding.Text(long number, double part, String text, Map<String, String> fields) -> {
        last = number;
        share = part;
        String whole = pieces.isEmpty() ? text : pieces.append(text).toString();
        pieces.setLength(0);
        return Optional.of(new Row.Text(number, whole, Judgement.NONE, new Origin(fields)));
      }
      case Finding.Refusal(long number, String raw, String key, List<String> arguments) -> {
        last = number;
        return Optional.of(new Rejected(number, raw, new Reason(key, arguments)));
      }
      case Finding.Done() -> end();
      case Finding.Broken(String what) -> {
        end();
        return Optional.of(rejected(Reason.of("rejected.document-crash")));
      }
    }
    return Optional.empty();
  }

  private Optional<Row> loss(DocumentProcess asked) throws InterruptedException {
    if (asked.ended()) {
      if (!begun && asked.status() == 0) {
        // It had waited too long and was about to leave when it was asked.
        asked.close();
        ask(home.fresh());
        return Optional.empty();
      }
      int status = asked.status();
      return lost(
          Reason.of(
              status == OUT_OF_MEMORY || status == KILLED
                  ? "rejected.document-memory"
                  : "rejected.document-crash"));
    }
    return patience.lost()
        ? lost(Reason.of("rejected.document-slow", Long.toString(limit.toSeconds())))
        : Optional.empty();
  }

  private Optional<Row> lost(Reason reason) {
    close();
    return Optional.of(rejected(reason));
  }

  private Rejected rejected(Reason reason) {
    return new Rejected(last + 1, String.valueOf(request.file().getFileName()), reason);
  }

  private void end() {
    ended = true;
    if (process != null) {
      home.giveBack(process);
      process = null;
    }
  }

  /// Ends a process that has not finished: it could be stuck.
  @Override
  public void close() {
    ended = true;
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
