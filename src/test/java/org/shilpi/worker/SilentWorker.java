package org.shilpi.worker;

import java.io.IOException;
import java.io.OutputStream;

/// A worker process that listens and never says a word.
final class SilentWorker {
  private SilentWorker() {}

  public static void main(String[] arguments) throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
