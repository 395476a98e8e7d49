package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All finders, those of the program and those of a project. May be used by several threads.
public final class Rules {
  /// Rises with every change of what the rules find.
  public static final int VERSION = 4;

  private static final List<Finder> OWN =
      List.of(
          new MailFinder(),
          new LinkFinder(),
          new SecretFinder(),
          new CardFinder(),
          new IbanFinder(),
          new NetworkFinder(),
          new IndianNumberFinder(),
          new AmericanNumberFinder(),
          new DateFinder(),
          new AgeFinder(),
          new PhoneFinder(),
          new AddressFinder(),
          new PostcodeFinder(),
          new BelongingFinder(),
          new TitleFinder(),
          new PlaceFinder(),
          new NameFinder(),
          new SmallNameFinder());

  private final List<Finder> finders;
  private final SmallWords small;

  private Rules(List<Finder> finders, SmallWords small) {
    this.finders = List.copyOf(finders);
    this.small = small;
  }

  /// The program's own.
  public static Rules own() {
    return new Rules(OWN, new SmallWords());
  }

  /// With what a project adds.
  ///
  /// @param values that are private wherever they are met
  /// @throws org.shilpi.job.Problem if a pattern cannot be read
  public Rules with(List<CustomPattern> patterns, Map<String, Kind> values) {
    List<Finder> all = new ArrayList<>(finders);
    patterns.forEach(pattern -> all.add(new CustomFinder(pattern)));
    if (!values.isEmpty()) {
      all.add(new ValueFinder(values));
    }
    return new Rules(all, small);
  }

  /// With what a project's texts tell of their words.
  public Rules knowing(SmallWords words) {
    return new Rules(finders, words);
  }

  /// What a text gives away: findings that do not overlap, by where they start.
  ///
  /// @throws org.shilpi.job.Problem if a project's own pattern takes too long
  public List<Finding> find(String text) {
    Passage passage = new Passage(text, small);
    List<Finding> found = new ArrayList<>();
    for (Finder finder : finders) {
      finder.find(passage, found::add);
    }
    found.removeIf(finding -> finding.confidence() < Finding.FAINTEST);
    return Resolution.of(found);
  }
}
