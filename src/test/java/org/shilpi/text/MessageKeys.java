package org.shilpi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds what is wrong with the words: keys missing, unused or untranslated, places that differ
/// between the languages, and apostrophes that [java.text.MessageFormat] would swallow. Each
/// finding is a line that says what to do.
final class MessageKeys {
  private static final Pattern LITERAL =
      Pattern.compile("\"([A-Za-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*\\.?)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
  private static final Pattern DEVANAGARI = Pattern.compile("\\p{IsDevanagari}");
  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{3,}");

  /// Looked up by picocli from the names of commands and options.
  private static final Pattern BY_PICOCLI = Pattern.compile("shilpi\\..*|help|version|json");

  private final Map<String, String> english;
  private final Map<String, String> hindi;
  private final Set<String> literals;

  MessageKeys(Map<String, String> english, Map<String, String> hindi, List<String> sources) {
    this.english = english;
    this.hindi = hindi;
    this.literals = sources.stream().flatMap(MessageKeys::literals).collect(Collectors.toSet());
  }

  private static java.util.stream.Stream<String> literals(String source) {
    return LITERAL.matcher(source).results().map(match -> match.group(1));
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    missing().forEach(key -> findings.add("missing, add to both files: " + key + "="));
    for (String key : new TreeSet<>(english.keySet())) {
      if (!used(key)) {
        findings.add("unused, delete from both files: " + key);
      }
      String translated = hindi.get(key);
      if (translated == null) {
        findings.add("untranslated, add to messages_hi: " + key + "=" + english.get(key));
        continue;
      }
      compare(key, english.getOrDefault(key, ""), translated, findings);
    }
    hindi.keySet().stream()
        .filter(key -> !english.containsKey(key))
        .forEach(key -> findings.add("only in messages_hi: " + key));
    return findings;
  }

  /// Literals that look like a key of a known family, but have no words.
  private Set<String> missing() {
    Set<String> families =
        english.keySet().stream()
            .filter(key -> key.contains(".") && !BY_PICOCLI.matcher(key).matches())
            .map(key -> key.substring(0, key.indexOf('.') + 1))
            .collect(Collectors.toSet());
    return literals.stream()
        .filter(literal -> !literal.endsWith(".") && !english.containsKey(literal))
        .filter(literal -> families.stream().anyMatch(literal::startsWith))
        .filter(literal ->
            !literal.matches(
                ".*\\.(json|jsonl|csv|tsv|css|html|safetensors|bin|txt|svg|png|ts|log)"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean used(String key) {
    return literals.contains(key)
        || BY_PICOCLI.matcher(key).matches()
        || literals.stream().anyMatch(l -> l.endsWith(".") && l.length() > 3 && key.startsWith(l));
  }

  private static void compare(String key, String english, String hindi, List<String> findings) {
    if (!places(english).equals(places(hindi))) {
      findings.add("places differ between the languages: " + key);
    }
    if ((english + hindi).replaceAll("'[{}]'", "").contains("'")) {
      findings.add("an apostrophe vanishes, write ’ instead: " + key);
    }
    String bare = english.replaceAll("\\$?\\{[^}]*}", "");
    if (WORD.matcher(bare).find() && english.equals(hindi) && !DEVANAGARI.matcher(hindi).find()) {
      findings.add("not translated: " + key + "=" + hindi);
    }
  }

  private static Set<String> places(String words) {
    Set<String> places = new TreeSet<>();
    for (Matcher matcher = PLACE.matcher(words); matcher.find(); ) {
      places.add(matcher.group(1));
    }
    return places;
  }
}
