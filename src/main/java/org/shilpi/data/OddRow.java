package org.shilpi.data;

import java.io.Serial;

/// A record cannot come in: caught where it is read, and turned into a rejected row.
public final class OddRow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public OddRow(String key, String... arguments) {
    super(key, null, false, false);
    this.reason = Reason.of(key, arguments);
  }

  public Reason reason() {
    return reason;
  }
}
