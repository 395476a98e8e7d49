package org.shilpi.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which order a column writes day and month; years come first or last in either.
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST;

  // Year, month, day or two numbers and a year, between them ". / -", then perhaps a time.
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?");
  private static final Pattern SECONDS = Pattern.compile("\\d{10}(\\d{3})?");

  /// What the values of a column say; day first where they leave it open.
  public static DateOrder guess(List<String> values) {
    for (String value : values) {
      Matcher parts = DATE.matcher(value.strip());
      if (parts.matches() && parts.group(1).length() <= 2) {
        if (Integer.parseInt(parts.group(1)) > 12) {
          return DAY_FIRST;
        }
        if (Integer.parseInt(parts.group(3)) > 12) {
          return MONTH_FIRST;
        }
      }
    }
    return DAY_FIRST;
  }

  /// The moment in ISO-8601: a date, a date with time, or with time and zone, as far as the value
  /// goes. Empty if it is no date.
  public Optional<String> read(String value) {
    String stripped = value.strip();
    try {
      Matcher parts = DATE.matcher(stripped);
      if (parts.matches()) {
        return Optional.of(numbers(parts));
      }
      if (SECONDS.matcher(stripped).matches()) {
        long number = Long.parseLong(stripped);
        return Optional.of(
            (stripped.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number))
                .toString());
      }
      return Optional.of(zoned(stripped));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private String numbers(Matcher parts) {
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(3));
    int third = Integer.parseInt(parts.group(4));
    boolean yearFirst = parts.group(1).length() == 4;
    if (!yearFirst && parts.group(4).length() != 4 && parts.group(4).length() != 2) {
      throw new DateTimeException("no year");
    }
    int year = yearFirst ? first : third < 100 ? 2000 + third : third;
    int month = yearFirst || this == DAY_FIRST ? second : first;
    int day = yearFirst ? third : this == DAY_FIRST ? first : second;
    LocalDate date = LocalDate.of(year, month, day);
    if (parts.group(5) == null) {
      return date.toString();
    }
    int seconds = parts.group(7) == null ? 0 : Integer.parseInt(parts.group(7));
    LocalDateTime time =
        date.atTime(Integer.parseInt(parts.group(5)), Integer.parseInt(parts.group(6)), seconds);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  private static String zoned(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant().toString();
    } catch (DateTimeException notIso) {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toInstant()
          .toString();
    }
  }
}
