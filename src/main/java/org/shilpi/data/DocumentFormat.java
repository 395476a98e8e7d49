package org.shilpi.data;

import java.util.Optional;

/// A kind of document as a format: it knows itself what is text and what is origin.
///
/// @param attachments whether what is attached to mails and embedded in documents is read as well
public record DocumentFormat(DocumentKind kind, Documents documents, boolean attachments)
    implements Format {
  @Override
  public String id() {
    return kind.id();
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.document().equals(Optional.of(kind));
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    return Layout.labeled(source -> {
      source.close(); // another process opens it
      return documents.read(
          new DocumentRequest(
              source.path().toAbsolutePath(), Optional.of(kind), wanted.charset(), attachments));
    });
  }
}
