package org.shilpi.data.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a cell shows its number: as a moment, with so many decimals, as a share of hundred, or
/// plainly. Moments are in ISO-8601, numbers without grouping, whatever the workbook's language.
///
/// @param moment whether it is a date, a time, or both
/// @param decimals -1 = as many as there are
record NumberStyle(boolean moment, int decimals, boolean percent) {
  static final NumberStyle GENERAL = new NumberStyle(false, -1, false);

  private static final NumberStyle MOMENT = new NumberStyle(true, -1, false);

  // Quoted words, escaped characters, colours and conditions say nothing of the number.
  private static final Pattern DECORATION =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]");
  private static final Pattern PLAIN = Pattern.compile("[#,0]*0(?:\\.(0+))?(%?)");
  private static final MathContext EXCELS = new MathContext(15);

  /// For a number format's code, such as `0.00` or `yyyy-mm-dd`.
  static NumberStyle of(String code) {
    String first = DECORATION.matcher(code).replaceAll("").split(";", 2)[0].strip();
    if (first.equalsIgnoreCase("general")) {
      return GENERAL;
    }
    Matcher plain = PLAIN.matcher(first);
    if (plain.matches()) {
      int decimals = plain.group(1) == null ? 0 : plain.group(1).length();
      return new NumberStyle(false, decimals, !plain.group(2).isEmpty());
    }
    boolean moment = first.chars().anyMatch(c -> "ymdhsYMDHS".indexOf(c) >= 0);
    boolean digits = first.indexOf('0') >= 0 && !first.contains("s.0") && !first.contains("S.0");
    return moment && !digits && first.indexOf('#') < 0 ? MOMENT : GENERAL;
  }

  /// For the number of one of Excel's own formats (ECMA-376, 18.8.30).
  static NumberStyle builtIn(int id) {
    return switch (id) {
      case 1, 3, 37, 38 -> new NumberStyle(false, 0, false);
      case 2, 4, 39, 40 -> new NumberStyle(false, 2, false);
      case 9 -> new NumberStyle(false, 0, true);
      case 10 -> new NumberStyle(false, 2, true);
      default ->
          id >= 14 && id <= 22
                  || id >= 27 && id <= 36
                  || id >= 45 && id <= 47
                  || id >= 50 && id <= 58
              ? MOMENT
              : GENERAL;
    };
  }

  /// The number as the cell shows it.
  ///
  /// @param since1904 from when days are counted
  String show(String number, boolean since1904) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException odd) {
      return number;
    }
    // A hostile exponent would be written out.
    if (Math.abs((long) value.precision() - value.scale()) > 400 || value.scale() > 400) {
      return number;
    }
    if (moment) {
      return moment(value.doubleValue(), since1904, number);
    }
    BigDecimal shown = percent ? value.movePointRight(2) : value;
    if (decimals >= 0) {
      shown = shown.setScale(decimals, RoundingMode.HALF_UP);
      return shown.toPlainString() + (percent ? "%" : "");
    }
    BigDecimal rounded = shown.round(EXCELS).stripTrailingZeros();
    return rounded.scale() < 0
        ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : rounded.toPlainString();
  }

  // Day 60 of the older count is a 29 February 1900 that never was.
  private static String moment(double days, boolean since1904, String number) {
    LocalDate start =
        since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
    long seconds = Math.round(days * 86_400);
    if (days < 0 || days > 2_958_466) {
      return number;
    }
    try {
      LocalDateTime moment = start.atStartOfDay().plusSeconds(seconds);
      if (seconds % 86_400 == 0) {
        return moment.toLocalDate().toString();
      }
      return days < 1
          ? DateTimeFormatter.ISO_LOCAL_TIME.format(moment)
          : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment).replace('T', ' ');
    } catch (DateTimeException odd) {
      return number;
    }
  }
}
