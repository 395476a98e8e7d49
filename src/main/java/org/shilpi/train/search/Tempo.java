package org.shilpi.train.search;

/// How long the work of a search takes on this machine, as far as it has shown.
///
/// @param start seconds from the beginning of the newest attempt to its first step: a process, the
///   model, the texts. The first attempt of all does more there, which later ones find done
/// @param end seconds that the newest attempt took after its last pass
/// @param learning seconds of all passes so far, with the checks between them
/// @param passes how many those were, parts of passes counted as such
public record Tempo(double start, double end, double learning, double passes) {
  /// Before anything was tried.
  public static final Tempo UNKNOWN = new Tempo(0, 0, 0, 0);

  public Tempo {
    if (!(start >= 0 && end >= 0 && learning >= 0 && passes >= 0)) {
      throw new IllegalArgumentException(start + ", " + end + ", " + learning + ", " + passes);
    }
  }

  /// Seconds of an attempt with so many passes, by the average pass; 0 for none.
  public double attempt(int count) {
    return count == 0 || passes == 0 ? 0 : start + count * learning / passes + end;
  }

  /// One more attempt.
  public Tempo and(Tempo attempt) {
    return new Tempo(
        attempt.start, attempt.end, learning + attempt.learning, passes + attempt.passes);
  }
}
