package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something about a data set that its owner should know.
///
/// @param subject which label or language it is about, or an empty string: with the kind, the
///   finding's name, by which it is known again in the next report
/// @param count how many texts, pairs or labels: place 0 of its words
/// @param arguments what fills the other places of its words, from 1
/// @param mend what can be done at once
/// @param members the texts it is about, the worst first
public record Finding(
    Kind kind,
    String subject,
    Severity severity,
    long count,
    List<String> arguments,
    Picture picture,
    Optional<Mend> mend,
    List<Member> members) {
  /// How findings are shown: the worst first.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity).thenComparing(Finding::kind);

  public Finding {
    arguments = List.copyOf(arguments);
    members = List.copyOf(members);
  }

  /// What fills the places of its words: the count, then the arguments, languages by their names.
  public Object[] words(Locale reader) {
    List<Object> words = new ArrayList<>();
    words.add(count);
    for (String argument : arguments) {
      words.add(kind == Kind.LANGUAGE ? names(argument, reader) : argument);
    }
    return words.toArray();
  }

  private static String names(String languages, Locale reader) {
    return Arrays.stream(languages.split(", "))
        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(reader))
        .collect(Collectors.joining(", "));
  }

  /// The same about these texts only.
  public Finding of(List<Member> others) {
    return new Finding(kind, subject, severity, others.size(), arguments, picture, mend, others);
  }
}
