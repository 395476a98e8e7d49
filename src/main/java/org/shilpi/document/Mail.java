package org.shilpi.document;

import java.util.List;

/// A mail taken apart.
///
/// @param charset names of the encodings of its words, with commas between
/// @param body words of the mail as a reader sees it
/// @param html the page behind the words, where there is one
/// @param attachments what is attached, in order
record Mail(
    Headers headers,
    String charset,
    String body,
    List<HtmlText> html,
    List<Attachment> attachments) {

  /// Something attached.
  ///
  /// @param name its own, or one made up
  /// @param type as in `application/pdf`
  /// @param size in bytes
  /// @param bytes empty where nobody wants to read it
  record Attachment(String name, String type, long size, byte[] bytes, String charset) {
    boolean isMail() {
      return type.equals("message/rfc822");
    }

    @Override
    public String toString() {
      return name + " (" + type + ", " + size + ")";
    }
  }
}
