package org.shilpi.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;

/// One mail (RFC 5322); mails inside of it become texts of their own, in the same thread.
final class MailFormat implements Formats.Format {
  /// Headers that are fields of their own: what slices are made of.
  private static final List<String> KEPT =
      List.of(
          "to",
          "cc",
          "reply-to",
          "return-path",
          "list-id",
          "in-reply-to",
          "authentication-results",
          "x-mailer",
          "user-agent",
          "importance",
          "x-priority");

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    hand(content, MailParser.parse(content.bytes(), reading), reading);
  }

  static void hand(Content content, Mail mail, Reading reading) throws Unreadable {
    Headers headers = mail.headers();
    String subject = Words.field(headers.get("subject"));
    String id = headers.get("message-id");
    String thread =
        reading.threads().group(id, headers.get("references"), headers.get("in-reply-to"), subject);
    OwnWords own = OwnWords.of(Words.clean(mail.body()));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Origin.DATE, MailDate.iso(headers.get("date")));
    fields.put(Origin.SENDER, headers.get("from"));
    fields.put(Origin.GROUP, thread);
    fields.put(Origin.TITLE, subject);
    fields.put(Origin.ID, id);
    KEPT.forEach(name -> fields.put(name, headers.get(name)));
    fields.putAll(MailEvidence.of(headers));
    fields.put(Fields.CHARSET, mail.charset());
    fields.put(
        Fields.ATTACHMENTS,
        mail.attachments().stream()
            .map(Mail.Attachment::toString)
            .collect(Collectors.joining("\n")));
    fields.put(Fields.QUOTED, own.quoted());
    fields.put(Fields.SIGNATURE, own.signature());
    mail.html()
        .forEach(page ->
            page.fields()
                .forEach((name, value) ->
                    fields.merge(name, value, (a, b) -> a.isBlank() ? b : a + "\n" + b)));
    if (subject.isBlank() && own.text().isBlank()) {
      reading.refuse(content.path(), Reason.of("rejected.mail-empty"));
    } else {
      reading.found(content, subject + "\n\n" + own.text(), fields);
    }
    for (Mail.Attachment attachment : mail.attachments()) {
      if (attachment.isMail() || reading.attachments() && attachment.bytes().length > 0) {
        reading.inside(
            content.inside(
                attachment.name(),
                attachment.bytes(),
                Optional.of(attachment.charset()).filter(name -> !name.isBlank())),
            fields.getOrDefault(Origin.GROUP, ""));
      }
    }
  }
}
