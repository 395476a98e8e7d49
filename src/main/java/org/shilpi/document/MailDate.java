package org.shilpi.document;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates of mails (RFC 5322, with the liberties that mailers take).
final class MailDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)(\\d{1,2})[ -]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]+(\\d{2,4}),?\\s+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([+-]\\d{4}|[a-z]+)?");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Map<String, Integer> ZONES =
      Map.of(
          "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7);

  private MailDate() {}

  /// As ISO-8601 in UTC; empty if it is no date.
  static String iso(String date) {
    if (ISO.matcher(date).matches()) {
      return date;
    }
    Matcher matcher = DATE.matcher(date);
    if (!matcher.find()) {
      return "";
    }
    try {
      int year = Integer.parseInt(matcher.group(3));
      String seconds = matcher.group(6);
      return LocalDateTime.of(
              year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year,
              MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) / 3 + 1,
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(matcher.group(5)),
              seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)))
          .toInstant(zone(matcher.group(7)))
          .toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static ZoneOffset zone(@Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
      int sign = zone.charAt(0) == '-' ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(
          sign * Integer.parseInt(zone.substring(1, 3)),
          sign * Integer.parseInt(zone.substring(3, 5)));
    }
    return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toLowerCase(Locale.ROOT), 0));
  }
}
