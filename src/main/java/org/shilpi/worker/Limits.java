package org.shilpi.worker;

import java.time.Duration;

/// How patient a parent is with its worker.
///
/// @param silence longest time without a sign of life
/// @param stop longest time from asking a worker to stop until it has written its checkpoint
/// @param exit longest time from the last message until the process has ended
record Limits(Duration silence, Duration stop, Duration exit) {
  static Limits usual() {
    return new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));
  }
}
