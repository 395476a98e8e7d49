package org.shilpi.data.labeled;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Reason;

/// A format in which texts and labels leave a project, so that the same comes in again.
public interface LabeledFormat {
  /// What is known of all texts before the first is written.
  ///
  /// @param labels all labels of the project
  /// @param fields all names of origin fields, in the order in which they appear
  record Outline(List<String> labels, List<String> fields) {
    public Outline {
      labels = List.copyOf(labels);
      fields = List.copyOf(fields);
    }
  }

  /// Writes texts one after the other.
  interface Sink {
    /// Writes a text, or nothing at all of it.
    ///
    /// @return why the format cannot hold this text, empty if it was written
    Optional<Reason> write(Outgoing text) throws IOException;

    /// Writes what comes after the last text, and flushes. The stream stays open.
    void finish() throws IOException;
  }

  /// Its name on the command line; the format that reads it has the same or knows it by content.
  String id();

  /// Whether the origin of a text comes along.
  boolean keepsOrigin();

  /// Begins a file.
  Sink begin(OutputStream out, Outline outline) throws IOException;
}
