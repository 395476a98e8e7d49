package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of machines: IPv4, IPv6 (RFC 4291) and MAC.
final class NetworkFinder implements Finder {
  private static final Pattern V4 =
      Pattern.compile(
          "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}"
              + "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/\\d{1,2})?(?![\\w]|\\.\\d)");
  private static final Pattern COLONS =
      Pattern.compile(
          "(?<![\\w:.-])[0-9A-Fa-f:]{2,39}+(?:\\.\\d{1,3}){0,3}(?:%\\w{1,16})?(?![\\w:])");
  private static final Pattern MAC =
      Pattern.compile(
          "(?<![\\w:-])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|"
              + "[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})(?![\\w:-])");
  private static final Pattern VERSION =
      Pattern.compile("version\\s*$|\\bv\\.?\\s*$|release\\s*$", Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits() && passage.text().indexOf(':') < 0) {
      return;
    }
    Matcher four = passage.all(V4);
    while (four.find()) {
      double confidence = passage.before(four.start(), VERSION) ? 0.4 : 0.95;
      found.accept(new Finding(four.start(), four.end(), Kind.IP, confidence));
    }
    Matcher mac = passage.all(MAC);
    while (mac.find()) {
      found.accept(new Finding(mac.start(), mac.end(), Kind.MAC, 0.97));
    }
    Matcher colons = passage.all(COLONS);
    while (colons.find()) {
      if (version6(colons.group())) {
        found.accept(new Finding(colons.start(), colons.end(), Kind.IP, 0.95));
      }
    }
  }

  // Eight groups, or fewer with one gap.
  private static boolean version6(String address) {
    String groups = address.replaceFirst("%.*", "");
    int gap = groups.indexOf("::");
    if (gap >= 0 && groups.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int filled = 0;
    for (String group : groups.split(":")) {
      if (group.length() > 4 && group.indexOf('.') < 0) {
        return false;
      }
      filled += group.isEmpty() ? 0 : group.indexOf('.') < 0 ? 1 : 2;
    }
    return gap < 0 ? filled == 8 : filled >= 2 && filled < 8;
  }
}
