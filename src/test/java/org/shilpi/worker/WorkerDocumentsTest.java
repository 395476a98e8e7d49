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
    // Patient enough for a process to start on a busy machine.
    var hasty =
        new WorkerDocuments(BreakableOpener::command, Duration.ofSeconds(8), System::nanoTime);

    var rows = read(hasty, "hangs");

    assertThat(rows.getLast())
        .isEqualTo(new Rejected(rows.size(), "hangs", Reason.of("rejected.document-slow", "8")));
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

  private Reason refusal(String act) throws IOException {
    var rows = read(act);
    assertThat(rows).hasSize(2);
    return ((Rejected) rows.get(1)).reason();
  }

  private List<Row> read(String act) throws IOException {
    return read(documents, act);
  }

  private static List<Row> read(WorkerDocuments documents, String act) throws IOException {
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
