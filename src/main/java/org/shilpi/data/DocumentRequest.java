package org.shilpi.data;

import java.nio.file.Path;
import java.util.Optional;

/// A file to be read as a document.
///
/// @param kind what it is; empty = found from its content
/// @param charset name of the encoding of what does not name its own; empty = found from its bytes
/// @param attachments whether what is attached to mails and embedded in documents is read as well,
///   each as a text of its own; its name, type and size are told anyway
public record DocumentRequest(
    Path file, Optional<DocumentKind> kind, Optional<String> charset, boolean attachments) {
  public static DocumentRequest of(Path file) {
    return new DocumentRequest(file, Optional.empty(), Optional.empty(), false);
  }
}
