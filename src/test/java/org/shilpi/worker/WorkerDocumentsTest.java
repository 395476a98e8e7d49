package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;

/// Every document is opened in a real process.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkerDocumentsTest {
  private static final WorkerDocuments documents =
      new WorkerDocuments(BreakableOpener::command, Duration.ofSeconds(60), System::nanoTime);

  @Test
  void oneProcessReadsManyDocuments() throws IOException {
    var first = process(read("fine").getFirst());

    assertThat(process(read("refuses").getFirst())).isEqualTo(first);
    assertThat(process(read("prints").getFirst())).isEqualTo(first);
  }

  @Test
  void textsOfAnyLengthArriveAsTheyWere() throws IOException {
    var rows = read("long");

    assertThat(rows).hasSize(2);
    assertThat(((Row.Text) rows.get(1)).text()).isEqualTo(BreakableOpener.LONG);
    assertThat(((Row.Text) rows.get(1)).origin().field("title")).contains("शीर्षक");
  }

  @Test
  void aRefusalArrivesWithItsReason() throws IOException {
    assertThat(read("refuses").get(1))
        .isEqualTo(new Rejected(2, "raw", Reason.of("rejected.nesting", "6")));
  }

  @Test
  void aDocumentThatBreaksTheProcessIsRefusedAndTheNextOneIsRead() throws IOException {
    var first = process(read("fine").getFirst());

    assertThat(refusal("crashes")).isEqualTo(Reason.of("rejected.document-crash"));
    assertThat(refusal("eats")).isEqualTo(Reason.of("rejected.document-memory"));
    assertThat(refusal("recurses")).isEqualTo(Reason.of("rejected.document-crash"));
    assertThat(process(read("fine").getFirst())).isNotEqualTo(first);
  }

  @Test
  void aDocumentThatTakesTooLongIsRefused() throws IOException {
    // Time passes only once the process has said something: a busy machine is slow to start one.
    var time = new AtomicLong();
    var step = new AtomicLong();
    var timed =
        new WorkerDocuments(
            BreakableOpener::command, Duration.ofSeconds(8), () -> time.addAndGet(step.get()));

    try (RowReader rows = timed.read(request("hangs"))) {
      assertThat(rows.next()).isPresent();
      step.set(Duration.ofSeconds(1).toNanos());
      assertThat(rows.next())
          .contains(new Rejected(2, "hangs", Reason.of("rejected.document-slow", "8")));
    }
  }

  @Test
  void whoStopsInTheMiddleEndsTheProcess() throws IOException {
    long pid;
    try (RowReader rows = documents.read(request("many"))) {
      pid = process(rows.next().orElseThrow());
      assertThat(ProcessHandle.of(pid)).isPresent();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(read("fine")).hasSize(1);
  }

  @Test
  void aProcessThatWasLostLeavesNoFile() throws IOException {
    var before = folders();

    read("crashes");

    assertThat(folders()).isSubsetOf(before);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("shilpi-documents-"))
          .toList();
    }
  }

  private static Reason refusal(String act) throws IOException {
    var rows = read(act);
    assertThat(rows).hasSize(2);
    return ((Rejected) rows.get(1)).reason();
  }

  private static List<Row> read(String act) throws IOException {
    List<Row> all = new ArrayList<>();
    try (RowReader rows = documents.read(request(act))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  private static DocumentRequest request(String act) {
    return DocumentRequest.of(Path.of(act));
  }

  private static long process(Row row) {
    return Long.parseLong(((Row.Text) row).origin().field("process").orElseThrow());
  }
}
