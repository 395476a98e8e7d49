package org.shilpi.document;

import org.shilpi.data.DocumentOpener;
import org.shilpi.data.DocumentRequest;

/// Opens documents in this process, which should be one that can be spared: see the package. It
/// remembers the threads of the mails that it has read. For one thread.
public final class DocumentTexts implements DocumentOpener {
  private final Threads threads = new Threads();

  @Override
  public void open(DocumentRequest request, Rows rows) {
    new Reading(request, threads, rows).start();
  }
}
