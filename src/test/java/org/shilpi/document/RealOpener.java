package org.shilpi.document;

import org.shilpi.worker.DocumentWorker;

/// The process that opens documents, without the rest of the program.
public final class RealOpener {
  private RealOpener() {}

  public static void main(String[] arguments) {
    System.exit(DocumentWorker.run(System.in, System.out, new DocumentTexts()));
  }
}
