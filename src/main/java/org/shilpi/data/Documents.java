package org.shilpi.data;

/// Takes the texts out of documents and mails, which strangers wrote: wherever the user's own
/// process asks for it, the files are opened in another one. Safe for use by several threads.
@FunctionalInterface
public interface Documents {
  /// Starts to read. The reader yields a [Row.Text] for each text, or a [Rejected] with the reason
  /// for each that could not be had: a broken file is a row, never an exception. So is a file that
  /// takes too long, or brings down the process that reads it.
  ///
  /// @throws org.shilpi.job.Problem if no process can be started
  RowReader read(DocumentRequest request);
}
