package org.shilpi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a mail's writer, apart from what is quoted and from the signature.
///
/// @param text what remains; everything where nothing would remain
/// @param quoted lines of earlier mails, possibly none
/// @param signature what stands below the dashes, and what a mailing list puts below every mail;
///   possibly nothing
record OwnWords(String text, String quoted, String signature) {
  private static final int LONGEST_SIGNATURE = 20;

  /// Longest line in characters that introduces anything.
  private static final int LONGEST_INTRODUCTION = 500;

  private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}(>|[A-Za-z]{1,4}>).*");
  private static final Pattern DASHES = Pattern.compile("^--\\s?$");

  // Marks that some writers set before quoted lines instead, which mean nothing elsewhere.
  private static final Pattern ODD_MARK = Pattern.compile("^\\s{0,3}([|#):}%]|--\\]).*");

  /// Longest footer of a mailing list in lines.
  private static final int LONGEST_FOOTER = 12;

  private static final Pattern RULE = Pattern.compile("^\\s*([_=*-])\\1{19,}\\s*$");
  private static final Pattern OF_A_LIST =
      Pattern.compile("(?iu).*(mailing list|listinfo|email is sponsored by).*");

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
    List<String> all = body.lines().toList();
    int footer = footer(all);
    List<String> lines = all.subList(0, footer);
    List<String> own = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    List<String> signature = new ArrayList<>();
    String mark = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (startsEarlierMail(lines, i)) {
        quoted.addAll(lines.subList(i, lines.size()));
        break;
      }
      if (DASHES.matcher(line).matches()) {
        int end = endOfSignature(lines, i + 1);
        if (end - i - 1 <= LONGEST_SIGNATURE) {
          signature.addAll(lines.subList(i + 1, end));
          i = end - 1;
          continue;
        }
      }
      boolean quote = isQuote(line, mark);
      Optional<String> introduced = quote ? Optional.empty() : introduced(lines, i);
      mark = introduced.orElse(mark);
      if (quote || introduced.isPresent()) {
        quoted.add(line);
      } else {
        own.add(line);
      }
    }
    signature.addAll(all.subList(footer, all.size()));
    String text = Words.clean(String.join("\n", own));
    return text.isEmpty()
        ? new OwnWords(body, "", "")
        : new OwnWords(text, joined(quoted), joined(signature));
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).strip();
  }

  // The line where the footers of a mailing list start, the end if there are none.
  private static int footer(List<String> lines) {
    int footer = lines.size();
    for (int i = lines.size() - 1; i >= 0 && footer - i <= LONGEST_FOOTER; i--) {
      if (is(RULE, lines.get(i))) {
        if (lines.subList(i, footer).stream().noneMatch(line -> is(OF_A_LIST, line))) {
          break;
        }
        footer = i;
      }
    }
    return footer;
  }

  private static boolean isQuote(String line, String mark) {
    return QUOTE.matcher(line).matches() || !mark.isEmpty() && line.stripLeading().startsWith(mark);
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

  // The mark of the quote that the line above it, or the two lines that mail programs break it
  // into,
  // introduce; empty if it is a usual one.
  private static Optional<String> introduced(List<String> lines, int at) {
    for (int i = at; i < Math.min(at + 2, lines.size()); i++) {
      if (is(INTRODUCTION, lines.get(i))
          && (i == at || lines.get(at).matches("(?iu)^\\s*(on|am|le|el|em|il|op)\\b.*"))) {
        int next = i + 1;
        while (next < Math.min(i + 3, lines.size()) && lines.get(next).isBlank()) {
          next++;
        }
        return next < lines.size() ? mark(lines.get(next)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mark(String line) {
    if (QUOTE.matcher(line).matches()) {
      return Optional.of("");
    }
    Matcher odd = ODD_MARK.matcher(line);
    return odd.matches() ? Optional.of(odd.group(1)) : Optional.empty();
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
