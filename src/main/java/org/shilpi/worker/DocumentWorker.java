package org.shilpi.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.DocumentOpener;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Judgement;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The far side of [WorkerDocuments]: opens one document after the other, as asked, until nobody
/// asks for a while or the parent is gone. A document that needs more memory than there is ends the
/// process; the parent knows which one it was.
public final class DocumentWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  /// Characters that fit into a line of [Wire#LONGEST] bytes, each at most six of them.
  private static final int PIECE = Wire.LONGEST / 8;

  private final OutputStream out;
  private final DocumentOpener opener;
  private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();

  private DocumentWorker(OutputStream out, DocumentOpener opener) {
    this.out = out;
    this.opener = opener;
  }

  /// Serves until the work ends. What the process prints goes to the standard error from now on.
  ///
  /// @return the exit status for the process, which should end at once
  public static int run(InputStream in, OutputStream out, DocumentOpener opener) {
    System.setOut(System.err);
    return new DocumentWorker(out, opener).serve(new LineReader(in, Wire.LONGEST));
  }

  private int serve(LineReader in) {
    Thread.ofPlatform().daemon().name("control").start(() -> listen(in));
    try {
      for (var line = next(); line != null; line = next()) {
        var request = Wire.documentRequest(line).orElse(null);
        if (request == null) {
          return 2;
        }
        answer(request);
      }
      OwnFolder.ofThisProcess().ifPresent(OwnFolder::delete);
      return 0;
    } catch (IOException e) {
      LOG.debug("nobody reads any more", e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private @Nullable String next() throws InterruptedException {
    return requests.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void listen(LineReader in) {
    try {
      for (var line = in.next(); line != null; line = in.next()) {
        requests.add(line);
      }
    } catch (IOException e) {
      LOG.debug("the parent cannot be heard any more", e);
    }
    // The parent is gone: nobody waits for what is being read.
    OwnFolder.ofThisProcess().ifPresent(OwnFolder::delete);
    Runtime.getRuntime().halt(0);
  }

  private void answer(DocumentRequest request) throws IOException {
    send(new Finding.Begun());
    try {
      opener.open(request, this::tell);
      send(new Finding.Done());
    } catch (NobodyReads e) {
      throw e.io();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("{} broke the reader", request.file(), e);
      send(new Finding.Broken(e.toString()));
    }
  }

  private void tell(Row row, double share) {
    try {
      switch (row) {
        case Row.Text(long number, String text, Judgement judgement, var origin) -> {
          int start = 0;
          while (text.length() - start > PIECE) {
            send(new Finding.Piece(text.substring(start, start + PIECE)));
            start += PIECE;
          }
          send(new Finding.Text(number, share, text.substring(start), origin.fields()));
        }
        case Rejected(long number, String raw, var reason) ->
            send(new Finding.Refusal(number, raw, reason.key(), reason.arguments()));
        case Row.Cells cells ->
            throw new IllegalStateException("a document has no cells: " + cells.number());
      }
    } catch (IOException e) {
      throw new NobodyReads(e);
    }
  }

  private void send(Finding finding) throws IOException {
    out.write(("\n" + Wire.line(finding) + "\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient IOException io;

    NobodyReads(IOException io) {
      super(io);
      this.io = io;
    }

    IOException io() {
      return io;
    }
  }
}
