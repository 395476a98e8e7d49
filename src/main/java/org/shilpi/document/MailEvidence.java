package org.shilpi.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who stands behind a mail's writer, and what the servers on its way say about it: whether the
/// sender is who it says (RFC 8601, RFC 7208), and whom they had it from (RFC 5321). The lines
/// nearest to the receiver stand first; those further down are as true as the server that wrote
/// them.
final class MailEvidence {
  private static final Pattern RESULT =
      Pattern.compile("(?i)(?:^|;)\\s*(spf|dkim|dmarc)\\s*(?:/\\d)?\\s*=\\s*([a-z]+)");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern WORD = Pattern.compile("^[A-Za-z]+");
  private static final Pattern HOP =
      Pattern.compile("(?is)^\\s*from\\s+(\\S++(?:\\s*+\\([^)]{0,300}+\\))?+).*?\\bby\\s+(\\S+).*");

  private MailEvidence() {}

  /// Origin fields; none for what nobody says.
  static Map<String, String> of(Headers headers) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : headers.all("authentication-results")) {
      Matcher result = RESULT.matcher(COMMENT.matcher(line).replaceAll(""));
      while (result.find()) {
        fields.putIfAbsent(lower(result.group(1)), lower(result.group(2)));
      }
    }
    Matcher spf = WORD.matcher(headers.get("received-spf"));
    if (spf.find()) {
      fields.putIfAbsent("spf", lower(spf.group()));
    }
    fields.put(Fields.SENT_BY, headers.get("sender"));
    fields.put(Fields.HOPS, hops(headers.all("received")));
    return fields;
  }

  private static String hops(List<String> received) {
    return received.stream()
        .map(HOP::matcher)
        .filter(Matcher::matches)
        .map(hop -> hop.group(1) + " -> " + hop.group(2).replaceFirst(";$", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
