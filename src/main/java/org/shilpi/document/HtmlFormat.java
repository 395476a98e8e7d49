package org.shilpi.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.data.Origin;

/// A page of HTML by itself.
final class HtmlFormat implements Formats.Format {
  private static final int SCANNED = 4096;
  private static final Pattern NAMED =
      Pattern.compile("(?is)<meta[^>]{0,400}?charset\\s*=\\s*[\"']?([^\"'\\s>;/]+)");

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    byte[] bytes = content.bytes();
    Decoding decoded = reading.decode(bytes, content.charset().orElseGet(() -> named(bytes)));
    HtmlText html = HtmlText.of(decoded.text());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Origin.TITLE, html.title());
    fields.put(Fields.CHARSET, decoded.charset());
    fields.putAll(html.fields());
    reading.found(content, html.text(), fields);
  }

  /// The encoding that a page's own tag names, empty if none.
  static String named(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, SCANNED), StandardCharsets.ISO_8859_1);
    Matcher matcher = NAMED.matcher(start.replaceAll("(?s)<!--.*?-->", ""));
    return matcher.find() ? matcher.group(1) : "";
  }
}
