package org.shilpi.document;

import static org.shilpi.data.DocumentKind.HTML;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.shilpi.data.DocumentKind;
import org.shilpi.data.Reason;

/// Takes a mail apart (RFC 5322, RFC 2045 and following), however broken: what cannot be understood
/// is text.
final class MailParser {
  private static final int DEEPEST = 30;

  /// Characters at the start of a text that tell whether it is a page.
  private static final int LONGEST_START = 200;

  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setStrictParsing(false)
          .setMalformedHeaderStartsBody(true)
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(Limits.PARTS)
          .setMaxContentLen(-1)
          .build();

  /// A part of the text.
  ///
  /// @param choice number of the multipart/alternative that it is one choice of, 0 = of none
  private record Leaf(int choice, boolean html, String text) {}

  private final Reading reading;
  private final Headers headers = new Headers();
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Mail.Attachment> attachments = new ArrayList<>();
  private final Set<String> charsets = new LinkedHashSet<>();
  private final Deque<Integer> choices = new ArrayDeque<>();
  private int lastChoice;
  private int parts;
  private Headers part = headers;

  /// What stands around the parts: for programs that know no parts, or parts whose marks are wrong.
  private final ByteArrayOutputStream beside = new ByteArrayOutputStream();

  private MailParser(Reading reading) {
    this.reading = reading;
  }

  static Mail parse(byte[] mail, Reading reading) throws IOException, Unreadable {
    MailParser parser = new MailParser(reading);
    parser.walk(mail);
    return parser.mail();
  }

  private void walk(byte[] mail) throws IOException, Unreadable {
    MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null, null);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(MailHead.mended(mail));
    choices.push(0);
    try {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM) {
        take(tokens, state);
        state = tokens.next();
      }
    } catch (MimeException e) {
      // What was read until here stands.
      if (leaves.isEmpty() && attachments.isEmpty()) {
        throw new Unreadable(Reason.of("rejected.document-broken", "eml"));
      }
    }
  }

  private void take(MimeTokenStream tokens, EntityState state) throws IOException, Unreadable {
    switch (state) {
      case T_START_BODYPART -> {
        part = new Headers();
        if (++parts > Limits.PARTS) {
          throw new Unreadable(Reason.of("rejected.parts", Integer.toString(Limits.PARTS)));
        }
      }
      case T_FIELD -> part.add(tokens.getField());
      case T_START_MULTIPART -> {
        boolean alternative =
            "multipart/alternative".equalsIgnoreCase(tokens.getBodyDescriptor().getMimeType());
        choices.push(alternative ? ++lastChoice : choices.element());
        if (choices.size() > DEEPEST) {
          throw new Unreadable(Reason.of("rejected.nesting", Integer.toString(DEEPEST)));
        }
      }
      case T_END_MULTIPART -> choices.pop();
      case T_BODY -> body(tokens);
      case T_PREAMBLE, T_EPILOGUE -> beside.write(read(tokens.getInputStream()));
      default -> {}
    }
  }

  private void body(MimeTokenStream tokens) throws IOException, Unreadable {
    BodyDescriptor descriptor = tokens.getBodyDescriptor();
    String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
    String name = part.parameter("content-disposition", "filename");
    if (name.isEmpty()) {
      name = part.parameter("content-type", "name");
    }
    boolean attached = part.value("content-disposition").startsWith("attachment");
    boolean words =
        type.equals("text/plain")
            || type.equals("text/html")
            || type.startsWith("text/") && name.isEmpty()
            || type.equals("text")
            || part.value("content-type").isEmpty();
    // Not the descriptor's charset: where the header names none, or nonsense, it makes one up.
    String charset = part.parameter("content-type", "charset");
    InputStream in = tokens.getDecodedInputStream();
    if (words && !attached) {
      boolean base64 = "base64".equalsIgnoreCase(descriptor.getTransferEncoding());
      byte[] bytes = base64 ? Base64Lines.decode(read(tokens.getInputStream())) : read(in);
      text(bytes, type.equals("text/html"), charset);
    } else {
      attach(in, name, type, charset);
    }
  }

  private void text(byte[] bytes, boolean html, String charset) {
    String named = charset.isEmpty() && html ? HtmlFormat.named(bytes) : charset;
    Decoding decoded = reading.decode(bytes, named);
    String words = decoded.text();
    // Pages are sent as plain text, too, and mail programs show them as pages.
    boolean page = html || isPage(words);
    if (!page) {
      Uuencoded plain = Uuencoded.of(words);
      attachments.addAll(plain.files());
      words = plain.text();
    }
    if (!words.isBlank()) {
      charsets.add(decoded.charset());
      leaves.add(new Leaf(choices.element(), page, words));
    }
  }

  private static boolean isPage(String words) {
    String start = words.stripLeading();
    start = start.substring(0, Math.min(start.length(), LONGEST_START));
    return DocumentKind.of(start.getBytes(StandardCharsets.UTF_8), "").equals(Optional.of(HTML));
  }

  private void attach(InputStream in, String name, String type, String charset)
      throws IOException, Unreadable {
    boolean mail = type.equals("message/rfc822");
    boolean wanted = mail || reading.attachments();
    byte[] bytes = wanted ? read(in) : new byte[0];
    long size = wanted ? bytes.length : in.transferTo(OutputStream.nullOutputStream());
    String shown = name.isBlank() ? "part " + (attachments.size() + 1) : Words.field(name);
    attachments.add(new Mail.Attachment(shown, type, size, bytes, charset));
  }

  private static byte[] read(InputStream in) throws IOException, Unreadable {
    byte[] bytes = in.readNBytes(Limits.DOCUMENT + 1);
    if (bytes.length > Limits.DOCUMENT) {
      throw Unreadable.large();
    }
    return bytes;
  }

  private Mail mail() {
    if (leaves.isEmpty() && attachments.isEmpty() && beside.size() > 0) {
      text(beside.toByteArray(), false, "");
    }
    headers.decodeWith(charsets.isEmpty() ? "" : charsets.iterator().next());
    Set<Integer> shownAsHtml = new HashSet<>();
    for (Leaf leaf : leaves) {
      if (leaf.html()) {
        shownAsHtml.add(leaf.choice());
      }
    }
    StringBuilder body = new StringBuilder();
    List<HtmlText> pages = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf.html()) {
        HtmlText page = HtmlText.of(leaf.text());
        pages.add(page);
        body.append(page.text()).append("\n\n");
      } else if (leaf.choice() == 0 || !shownAsHtml.contains(leaf.choice())) {
        body.append(leaf.text()).append("\n\n");
      }
    }
    return new Mail(headers, String.join(", ", charsets), body.toString(), pages, attachments);
  }
}
