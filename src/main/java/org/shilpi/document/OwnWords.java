package org.shilpi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a mail's writer, apart from what is quoted and from the signature.
///
/// @param text what remains; everything where nothing would remain
/// @param quoted lines of earlier mails, possibly none
/// @param signature what stands below the dashes, possibly nothing
record OwnWords(String text, String quoted, String signature) {
  private static final int LONGEST_SIGNATURE = 20;

  /// Longest line in characters that introduces anything.
  private static final int LONGEST_INTRODUCTION = 500;

  private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}(>|[A-Za-z]{1,4}>).*");
  private static final Pattern DASHES = Pattern.compile("^--\\s?$");

  // "On Tuesday X wrote:", in the languages of the common mail programs.
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?iu).*\\b(wrote|writes|said|schrieb|écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał|пишет|писал|написал)\\b.*:\\s*$|.*(ने लिखा|写道|さんは書きました).*[:：]?\\s*$");
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "(?iu)^\\s*-{2,}\\s*(original message|forwarded message|forwarded by .*|ursprüngliche nachricht|message d.origine|mensaje original|मूल संदेश|अग्रेषित संदेश)\\s*-{0,}\\s*$|^begin forwarded message:\\s*$");
  private static final Pattern FROM =
      Pattern.compile("(?iu)^\\s*\\*?(from|von|de|प्रेषक)\\s*:\\*?\\s+\\S.*");
  private static final Pattern SENT =
      Pattern.compile(
          "(?iu)^\\s*\\*?(sent|date|gesendet|envoyé|enviado|to|an|भेजा गया|दिनांक)\\s*:\\*?\\s+\\S.*");

  static OwnWords of(String body) {
    List<String> lines = body.lines().toList();
    List<String> own = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    String signature = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (startsEarlierMail(lines, i)) {
        quoted.addAll(lines.subList(i, lines.size()));
        break;
      }
      if (DASHES.matcher(line).matches()) {
        int end = endOfSignature(lines, i + 1);
        if (end - i - 1 <= LONGEST_SIGNATURE) {
          signature = String.join("\n", lines.subList(i + 1, end)).strip();
          i = end - 1;
          continue;
        }
      }
      boolean quote = QUOTE.matcher(line).matches();
      if (quote || introduces(lines, i)) {
        quoted.add(line);
      } else {
        own.add(line);
      }
    }
    String text = Words.clean(String.join("\n", own));
    return text.isEmpty() && !quoted.isEmpty()
        ? new OwnWords(body, "", "")
        : new OwnWords(text, String.join("\n", quoted).strip(), signature);
  }

  private static boolean is(Pattern what, String line) {
    return line.length() <= LONGEST_INTRODUCTION && what.matcher(line).matches();
  }

  // Below the dashes until the next quote, if any.
  private static int endOfSignature(List<String> lines, int from) {
    int end = from;
    while (end < lines.size()
        && !QUOTE.matcher(lines.get(end)).matches()
        && !startsEarlierMail(lines, end)) {
      end++;
    }
    return end;
  }

  // The line above a quote, or the two lines that mail programs break it into.
  private static boolean introduces(List<String> lines, int at) {
    for (int i = at; i < Math.min(at + 2, lines.size()); i++) {
      if (is(INTRODUCTION, lines.get(i))) {
        int next = i + 1;
        while (next < Math.min(i + 3, lines.size()) && lines.get(next).isBlank()) {
          next++;
        }
        boolean quote = next < lines.size() && QUOTE.matcher(lines.get(next)).matches();
        return quote && (i == at || lines.get(at).matches("(?iu)^\\s*(on|am|le|el|em|il|op)\\b.*"));
      }
    }
    return false;
  }

  private static boolean startsEarlierMail(List<String> lines, int at) {
    String line = lines.get(at);
    if (is(ORIGINAL, line)) {
      return true;
    }
    return is(FROM, line)
        && lines.subList(at + 1, Math.min(at + 4, lines.size())).stream()
            .anyMatch(next -> is(SENT, next));
  }
}
