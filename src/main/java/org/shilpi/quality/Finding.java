package org.shilpi.quality;

import java.util.List;
import java.util.Optional;

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
  public Finding {
    arguments = List.copyOf(arguments);
    members = List.copyOf(members);
  }
}
