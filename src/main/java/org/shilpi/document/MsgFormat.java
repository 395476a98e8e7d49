package org.shilpi.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/// Outlook's mails ([MS-OXMSG]), with the mails in them; also its notes, contacts and posts.
final class MsgFormat implements Formats.Format {
  /// Asks a message for something that it may not have.
  private interface Part {
    @Nullable String get() throws ChunkNotFoundException;
  }

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (InputStream in = content.stream();
        MAPIMessage message = new MAPIMessage(in)) {
      read(content, message, reading, Limits.DEPTH);
    }
  }

  private static void read(Content content, MAPIMessage message, Reading reading, int deep)
      throws IOException, Unreadable {
    message.setReturnNullOnMissingChunk(true);
    if (message.has7BitEncodingStrings()) {
      message.guess7BitEncoding();
    }
    List<Mail.Attachment> attachments = new ArrayList<>();
    List<MAPIMessage> inner = new ArrayList<>();
    for (AttachmentChunks attachment : message.getAttachmentFiles()) {
      if (attachment.isEmbeddedMessage()) {
        MAPIMessage mail = attachment.getEmbeddedMessage();
        inner.add(mail);
        attachments.add(listed(mail, attachments.size() + 1));
      } else {
        attachments.add(attachment(attachment, attachments.size() + 1, reading));
      }
    }
    MailFormat.hand(content, mail(message, attachments), reading);
    for (MAPIMessage mail : inner) {
      if (deep > 0) {
        read(content.part(new byte[0], Optional.empty()), mail, reading, deep - 1);
      }
    }
  }

  private static Mail mail(MAPIMessage message, List<Mail.Attachment> attachments)
      throws IOException {
    String html = has(message::getHtmlBody);
    String text = has(message::getTextBody);
    if (text.isBlank() && html.isBlank()) {
      String rtf = has(message::getRtfBody);
      text = rtf.isBlank() ? "" : RtfFormat.text(rtf.getBytes(StandardCharsets.ISO_8859_1));
    }
    List<HtmlText> pages = html.isBlank() ? List.of() : List.of(HtmlText.of(html));
    String body = pages.isEmpty() ? text : pages.getFirst().text();
    return new Mail(headers(message), "", body.isBlank() ? text : body, pages, attachments);
  }

  // As they came over the wire if Outlook kept them, else what it says itself.
  private static Headers headers(MAPIMessage message) {
    Headers headers = new Headers();
    try {
      String[] lines = message.getHeaders();
      if (lines != null) {
        for (String line : String.join("\r\n", lines).split("\\r?\\n(?![ \\t])")) {
          int colon = line.indexOf(':');
          if (colon > 0) {
            headers.add(line.substring(0, colon), line.substring(colon + 1));
          }
        }
      }
    } catch (ChunkNotFoundException e) {
      // A mail that was never sent has none.
    }
    headers.addIfMissing("from", has(message::getDisplayFrom));
    headers.addIfMissing("to", has(message::getDisplayTo));
    headers.addIfMissing("cc", has(message::getDisplayCC));
    headers.addIfMissing("subject", has(message::getSubject));
    headers.addIfMissing("date", date(message));
    return headers;
  }

  private static String date(MAPIMessage message) {
    try {
      Calendar date = message.getMessageDate();
      return date == null ? "" : date.toInstant().toString();
    } catch (ChunkNotFoundException e) {
      return "";
    }
  }

  private static Mail.Attachment attachment(AttachmentChunks found, int number, Reading reading) {
    String name = first(found.getAttachLongFileName(), found.getAttachFileName());
    ByteChunk data = found.getAttachData();
    byte[] bytes = data == null || data.getValue() == null ? new byte[0] : data.getValue();
    String type = first(found.getAttachMimeTag(), null);
    return new Mail.Attachment(
        name.isBlank() ? "part " + number : Words.field(name),
        type.isBlank() ? "application/octet-stream" : type,
        bytes.length,
        reading.attachments() ? bytes : new byte[0],
        "");
  }

  // A mail inside becomes a text of its own; it is no file, and has no size.
  private static Mail.Attachment listed(MAPIMessage mail, int number) {
    mail.setReturnNullOnMissingChunk(true);
    String subject = Words.field(has(mail::getSubject));
    String name = subject.isEmpty() ? "part " + number : subject;
    return new Mail.Attachment(name, "application/vnd.ms-outlook", 0, new byte[0], "");
  }

  private static String first(@Nullable StringChunk one, @Nullable StringChunk other) {
    StringChunk chunk = one == null ? other : one;
    return chunk == null || chunk.getValue() == null ? "" : chunk.getValue();
  }

  private static String has(Part part) {
    try {
      String found = part.get();
      return found == null ? "" : found;
    } catch (ChunkNotFoundException e) {
      return "";
    }
  }
}
