package org.shilpi.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The worker's side of the protocol: sends one message at a time, each as a single write that
/// starts on a line of its own, whatever a native library printed before. Safe for several threads.
final class Outbox {
  private final OutputStream out;
  private final Runnable broken;

  /// @param broken what to do when nobody reads any more
  Outbox(OutputStream out, Runnable broken) {
    this.out = out;
    this.broken = broken;
  }

  synchronized void send(Message message) {
    try {
      out.write(("\n" + Wire.line(message) + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      broken.run();
    }
  }
}
