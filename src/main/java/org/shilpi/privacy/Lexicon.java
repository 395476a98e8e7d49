package org.shilpi.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;

/// Lists of names and words, all in lower case. Phrases have single spaces.
final class Lexicon {
  static final Set<String> GIVEN = words("given.txt");
  static final Set<String> SURNAMES = words("surnames.txt");
  static final Set<String> DEVANAGARI = words("devanagari.txt");
  static final Set<String> PLACES = places();
  static final Set<String> BELONGING = words("belonging.txt");
  static final Set<String> TITLES = words("titles.txt");
  static final Set<String> ORGANIZATIONS = words("organizations.txt");

  /// Words that end names of organisations, and mean something else elsewhere.
  static final Set<String> FIRM_ENDINGS = words("firm-endings.txt");

  static final Set<String> COMMON = words("common.txt");
  static final Set<String> STREETS = words("streets.txt");

  /// What street names end with, in the languages that write them as one word.
  static final List<String> STREET_ENDINGS =
      STREETS.stream().filter(word -> word.startsWith("-")).map(word -> word.substring(1)).toList();

  /// Most words in a name of [#PLACES].
  static final int LONGEST_PLACE = 4;

  /// Words inside names that are written small.
  static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "do", "du", "del", "della", "dos", "das", "van", "von", "der", "den",
          "ter", "ten", "zu", "la", "le", "el", "al", "bin", "ibn", "bint", "af", "y", "e", "u",
          "of");

  private static final List<String> ENDINGS =
      List.of(
          "ed", "ing", "ly", "tion", "tions", "ness", "ment", "ments", "able", "ible", "ous", "ful",
          "ive", "ism", "ized", "ised", "less");

  private Lexicon() {}

  private static Set<String> words(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .map(word -> word.replace('_', ' '))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> places() {
    Set<String> places = new HashSet<>(words("places.txt"));
    for (String country : Locale.getISOCountries()) {
      Locale of = Locale.of("", country);
      places.add(of.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
      places.add(of.getDisplayCountry(Locale.of("hi")));
    }
    for (String zone : TimeZone.getAvailableIDs()) {
      String[] path = zone.split("/");
      // Cities only: the others are abbreviations.
      if (path.length >= 2 && path[path.length - 1].matches("[A-Z][a-z]+(?:[_-][A-Z]?[a-z]+)*")) {
        places.add(path[path.length - 1].replace('_', ' ').toLowerCase(Locale.ROOT));
      }
    }
    return Set.copyOf(places);
  }

  /// A word of a language that no name is made of.
  static boolean ordinary(Word word) {
    return COMMON.contains(word.lower()) && !GIVEN.contains(word.lower());
  }

  /// Whether a word's ending makes it an ordinary one, where no list knows it: `capitalized`.
  static boolean formed(Word word) {
    return word.length() > 5
        && word.lower().chars().allMatch(c -> c < 128)
        && ENDINGS.stream().anyMatch(word.lower()::endsWith);
  }

  static boolean personal(Word word) {
    return GIVEN.contains(word.lower())
        || SURNAMES.contains(word.lower())
        || DEVANAGARI.contains(word.lower());
  }

  /// Whether this is how a street's name ends, as in `Hauptstraße`.
  static boolean streetEnding(Word word) {
    return word.length() > 5
        && !COMMON.contains(word.lower())
        && STREET_ENDINGS.stream()
            .anyMatch(end -> word.lower().endsWith(end) && word.length() > end.length() + 2);
  }
}
