package org.shilpi.data;

/// Opens documents in this very process: what stands behind [Documents] on the far side.
@FunctionalInterface
public interface DocumentOpener {
  /// Hands over each text as it is found, or a reason where there is none to be had.
  void open(DocumentRequest request, Rows rows);

  /// Takes what was found.
  @FunctionalInterface
  interface Rows {
    /// @param row numbered from 1
    /// @param share the part of the file that was read, from 0 to 1, as far as it is known
    void take(Row row, double share);
  }
}
