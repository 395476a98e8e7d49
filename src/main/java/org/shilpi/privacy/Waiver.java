package org.shilpi.privacy;

import java.time.Instant;

/// Somebody's decision to train on texts as they are.
///
/// @param who as the operating system knows them
/// @param upTo number of the newest text that they knew of; texts that came later are not covered
public record Waiver(String who, Instant at, String reason, long upTo) {
  public Waiver {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a waiver needs a reason");
    }
  }
}
