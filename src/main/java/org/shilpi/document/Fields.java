package org.shilpi.document;

/// Names of origin fields beside those that every format has.
final class Fields {
  /// Name of the encoding that was used.
  static final String CHARSET = "charset";

  /// What is attached: name, type and size of each, one a line.
  static final String ATTACHMENTS = "attachments";

  /// What the writer quotes.
  static final String QUOTED = "quoted";

  static final String SIGNATURE = "signature";

  /// Where the links lead, one a line.
  static final String LINKS = "links";

  /// Links whose words name another place than the one they lead to: `shown -> real`, one a line.
  static final String MISLEADING = "misleading links";

  /// Who sent a mail for its writer: the `Sender` header, as lists and mailers set it.
  static final String SENT_BY = "sent by";

  /// From which server to which a mail went: `from (name and address as seen) -> by`, one a line,
  /// the last one first. That is all of the `Received` headers that tells where a mail is from.
  static final String HOPS = "received";

  /// What stands in it but is not shown.
  static final String HIDDEN = "hidden";

  private Fields() {}
}
