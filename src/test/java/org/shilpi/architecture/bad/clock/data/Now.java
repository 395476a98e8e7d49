package org.shilpi.architecture.bad.clock.data;

final class Now {
  final java.time.Instant at = java.time.Instant.now();
}
