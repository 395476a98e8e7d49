package org.shilpi.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link as a reader sees it, and as it is.
///
/// @param shown the words that can be clicked, possibly none
/// @param target where it leads
record Link(String shown, String target) {
  private static final int LONGEST_SHOWN = 200;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Pattern SCHEME = Pattern.compile("(?i)^(https?://|mailto:)");
  private static final Pattern HOST =
      Pattern.compile("(?i)^(?:https?://)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,})(?:[/?#:].*)?$");

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"]+");
  private static final Pattern NAME = Pattern.compile("(?i)^(https?://)[^/?#]*@");

  /// Origin fields that tell of the links of a document.
  static Map<String, String> fields(List<Link> links) {
    Set<String> targets = new LinkedHashSet<>();
    Set<String> traps = new LinkedHashSet<>();
    for (Link link : links) {
      targets.add(link.target());
      if (link.misleads()) {
        traps.add(link.toString());
      }
    }
    return Map.of(
        Fields.LINKS, String.join("\n", targets), Fields.MISLEADING, String.join("\n", traps));
  }

  /// Whether it leads out of the document, to a place or an address.
  boolean leadsOut() {
    return SCHEME.matcher(target).find();
  }

  /// Whether the words name the target already.
  boolean tellsTarget() {
    return bare(shown).equals(bare(target));
  }

  private static String bare(String address) {
    String lower = SCHEME.matcher(address.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    return lower.replaceFirst("^www\\.", "").replaceFirst("/$", "");
  }

  /// Whether the words name another host than the one that the link leads to: the mark of a trap.
  boolean misleads() {
    Matcher inWords = ADDRESS.matcher(shown);
    Optional<String> said = host(inWords.find() ? inWords.group() : shown);
    Optional<String> real = host(target);
    return said.isPresent() && real.isPresent() && !related(said.get(), real.get());
  }

  private static boolean related(String a, String b) {
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
  }

  private static Optional<String> host(String address) {
    // What stands before an at sign is a name that the host is told: bait, mostly.
    String words = NAME.matcher(address.strip()).replaceFirst("$1");
    if (words.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    Matcher matcher = HOST.matcher(words);
    if (matcher.matches()) {
      return Optional.of(bare(matcher.group(1)));
    }
    try {
      return Optional.ofNullable(new URI(words).getHost()).map(Link::bare);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// What stands behind its words in a text.
  String told() {
    boolean tooLong = target.length() > LONGEST_SHOWN;
    return "<" + (tooLong ? target.substring(0, LONGEST_SHOWN) + "…" : target) + ">";
  }

  @Override
  public String toString() {
    return shown + " -> " + target;
  }
}
