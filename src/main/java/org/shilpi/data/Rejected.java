package org.shilpi.data;

/// A row that was turned away.
///
/// @param number record number from 1, the header not counted
/// @param raw the row as found, cut after 2,000 characters
public record Rejected(long number, String raw, Reason reason) implements Row {
  private static final int MOST = 2_000;

  public Rejected {
    if (raw.length() > MOST) {
      raw = raw.substring(0, Character.isHighSurrogate(raw.charAt(MOST - 1)) ? MOST - 1 : MOST);
    }
  }
}
