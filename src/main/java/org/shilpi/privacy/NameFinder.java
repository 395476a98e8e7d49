package org.shilpi.privacy;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Names of people, organisations and places as capitals show them; what each one is, its words and
/// its neighbours tell. An unknown name is taken for a person's, faintly: recall comes first.
final class NameFinder implements Finder {
  private static final Pattern PERSON_BEFORE =
      Pattern.compile(
          "(?:\\b(?:mr|mrs|ms|mx|miss|dr|prof|sir|shri|smt|sri|km|rev)\\.?|name(?:'s|’s)?(?: is)?:?|"
              + "\\b(?:i am|i'm|i’m|this is|called|calls? me|named|hi|hello|hey|dear|thanks|thank you|regards|"
              + "sincerely|cheers|signed|starring|directed by|written by|by|wife|husband|son|daughter|"
              + "brother|sister|friend|kid|partner|father|mother|uncle|aunt|cousin|under|heard?|told|"
              + "asked|said|says|met|meet|contact|attn|patient|with|and|cc|user|between him and|producer|"
              + "singer|actor|author|player|founders?|commenter|songwriter))[,:]?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSON_AFTER =
      Pattern.compile(
          "^(?:,? ?(?:said|says|told|asked|wrote|writes|shouted|explained|lives|lived|was born|began|spent|"
              + "replied|called|has been|had given|will be talking|speaks?|sang|sings|died|thinks|went|"
              + "points out|employs|listed)\\b|['’]s (?:kid|son|daughter|wife|husband|mother|father|brother|"
              + "sister|killers?|house|birthday|address|phone|mail|email|account|song|novel)\\b|"
              + ",? (?:aged? )?\\d{1,3}(?: years|-year|,| y/o)| is (?:a |an )?(?:very |so |really )?"
              + "(?:\\w+ )?(?:person|reliable|impulsive|man|woman|boy|girl)\\b)");
  private static final Pattern PLACE_BEFORE =
      Pattern.compile(
          "\\b(?:in|near|visit|visited|visiting|(?:moved|moving|travel|travelling|traveling|flew|fly|"
              + "going|came|come|coming|returned|back|originally|arrived|here|born)(?: \\w+)? (?:in|from|to|at)|"
              + "southern|northern|eastern|western|central|city|town|village|capital|"
              + "university of|waist down from)\\s+$",
          Pattern.CASE_INSENSITIVE);
  // `Ann Lee of Brezovar is the CEO`
  private static final Pattern OF =
      Pattern.compile("\\b(?:of|from|at)\\s+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEAD_OF_IT =
      Pattern.compile(
          "^ (?:is|was|will be) (?:the|a|its|our) (?:new |former )?(?:ceo|cfo|cto|coo|chief|president|chair\\w*"
              + "|director|founder|head|manager|keynote|speaker)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOWARDS =
      Pattern.compile("\\b(?:from|to)\\s+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE_AFTER =
      Pattern.compile(
          "^(?: (?:bridge|airport|station|city|country|province|district|county|leader|government|was super)\\b"
              + "|, (?-i:[A-Z]{2})\\b|,? \\d{4,6}\\b(?! \\p{L}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPANY_BEFORE =
      Pattern.compile(
          "\\b(?:work(?:s|ed|ing)? (?:for|at|with)|employed (?:by|at)|employee of|(?:year|job|position|role) (?:at|with)|"
              + "joined|hired by|(?:ceo|cfo|cto|director|president|chairman|founder|head|manager|employees?) of|"
              + "recorded for|to support|support|(?:later|since|then) (?:became|renamed|called)|invested in|acquired|shares of|customer of|according to(?: the)?|"
              + "company|firm|bank|the)\\s+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPANY_AFTER =
      Pattern.compile(
          "^(?: (?:office|website|orchestra|team|store|app|employees?|shares|stock|resignation|songwriter|invested|"
              + "announced|acquired|launched|reported|released|sued|hired)\\b| is (?:an? |the )?(?:\\S+ ){0,3}"
              + "(?:company|firm|bank|agency|startup|start-up|corporation|multinational|brainchild|"
              + "501\\(c\\)|provider|manufacturer)|['’]s (?:ceo|cfo|cto|founder|website|office)\\b|, is an? \\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HUMPED_NAME = Pattern.compile("ma?c|de|di|du|la|le|van|fitz|o");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (NameRun run : NameRun.of(passage)) {
      List<Word> words = run.words(passage);
      if (words.size() == 1 && known(words.getFirst()) || ordinary(passage, words)) {
        continue;
      }
      Kind kind = kind(passage, run, words);
      double confidence = confidence(passage, run, words, kind);
      if (confidence >= Finding.FAINTEST) {
        found.accept(new Finding(run.start(passage), run.stop(passage), kind, confidence));
      }
    }
  }

  // Other finders know more about them; a letter alone is none.
  private static boolean known(Word word) {
    return word.length() == 1
        || abbreviation(word)
            && !(word.length() > 3 && Lexicon.personal(word))
            && !Lexicon.ORGANIZATIONS.contains(word.lower())
        || Lexicon.TITLES.contains(word.lower()) && !Lexicon.personal(word)
        || BelongingFinder.people(word.lower());
  }

  // `Savings Center` in a headline, where other texts write both words small; `Recommendations`.
  private static boolean ordinary(Passage passage, List<Word> words) {
    return words.stream()
        .allMatch(word ->
            (passage.small(word) || Lexicon.formed(word))
                && !Lexicon.personal(word)
                && !Lexicon.ORGANIZATIONS.contains(word.lower())
                && !Lexicon.PLACES.contains(word.lower()));
  }

  // `IBAN`, `CEOs`: capitals that stand for words, or number a chapter.
  private static boolean abbreviation(Word word) {
    return word.length() <= 5 && word.shape() == Word.Shape.UPPER
        || word.length() <= 5 && word.capitals() >= 2 && word.lower().endsWith("s");
  }

  private static Kind kind(Passage passage, NameRun run, List<Word> words) {
    int start = run.start(passage);
    int end = run.stop(passage);
    if (words.stream().anyMatch(word -> Lexicon.ORGANIZATIONS.contains(word.lower()))) {
      return Kind.ORGANIZATION;
    }
    if (PlaceFinder.isPlace(passage, run.first(), run.end())
        && !Lexicon.GIVEN.contains(words.getFirst().lower())) {
      return Kind.PLACE;
    }
    boolean personal = words.stream().anyMatch(Lexicon::personal);
    boolean endsAsFirm = words.size() > 1 && Lexicon.FIRM_ENDINGS.contains(words.getLast().lower());
    boolean ledByOne =
        passage.before(start, OF) && after(passage, end, HEAD_OF_IT) && !given(words);
    if (endsAsFirm || ledByOne || after(passage, end, COMPANY_AFTER)) {
      return Kind.ORGANIZATION;
    }
    if (passage.before(start, PERSON_BEFORE) || after(passage, end, PERSON_AFTER)) {
      return Kind.PERSON;
    }
    if (!personal && place(passage, run, words)) {
      return Kind.PLACE;
    }
    if (!personal && passage.before(start, COMPANY_BEFORE)) {
      return Kind.ORGANIZATION;
    }
    return !personal && words.stream().anyMatch(NameFinder::humped)
        ? Kind.ORGANIZATION
        : Kind.PERSON;
  }

  // Whoever is taken for a place is not hidden, so a name of several words needs more than a `to`.
  private static boolean place(Passage passage, NameRun run, List<Word> words) {
    int start = run.start(passage);
    return passage.before(start, PLACE_BEFORE)
        || words.size() == 1 && passage.before(start, TOWARDS)
        || after(passage, run.stop(passage), PLACE_AFTER)
        || inPlace(passage, run);
  }

  // `Haldwani, India`
  private static boolean inPlace(Passage passage, NameRun run) {
    List<Word> all = passage.words();
    int next = run.end();
    if (next >= all.size() || !passage.between(all.get(next - 1), all.get(next)).equals(", ")) {
      return false;
    }
    for (int end = Math.min(all.size(), next + Lexicon.LONGEST_PLACE); end > next; end--) {
      if (all.get(next).capital() && PlaceFinder.isPlace(passage, next, end)) {
        return !Lexicon.personal(all.get(next));
      }
    }
    return false;
  }

  private static boolean given(List<Word> words) {
    return Lexicon.GIVEN.contains(words.getFirst().lower());
  }

  // `WorldCom`, as firms and their goods are written, but not `McDonald`.
  private static boolean humped(Word word) {
    return word.shape() == Word.Shape.CAPITAL
        && word.capitals() > 1
        && !HUMPED_NAME.matcher(word.lower()).lookingAt();
  }

  private static double confidence(Passage passage, NameRun run, List<Word> words, Kind kind) {
    int start = run.start(passage);
    int end = run.stop(passage);
    boolean opening = passage.opens(words.getFirst());
    boolean rare = words.stream().noneMatch(word -> Lexicon.COMMON.contains(word.lower()));
    return switch (kind) {
      case ORGANIZATION -> words.size() > 1 || after(passage, end, COMPANY_AFTER) ? 0.75 : 0.6;
      case PLACE -> PlaceFinder.isPlace(passage, run.first(), run.end()) ? 0.9 : 0.6;
      default -> {
        double confidence = rare ? words.size() > 1 ? 0.55 : 0.45 : 0.4;
        if (Lexicon.GIVEN.contains(words.getFirst().lower())) {
          confidence = words.size() > 1 ? 0.9 : rare ? 0.75 : opening ? 0.35 : 0.5;
        } else if (words.stream().anyMatch(Lexicon::personal)) {
          confidence = words.size() > 1 ? 0.75 : 0.6;
        } else if (opening && words.size() == 1) {
          confidence = 0.35;
        }
        boolean cue = passage.before(start, PERSON_BEFORE) || after(passage, end, PERSON_AFTER);
        yield Math.min(0.97, cue && rare ? confidence + 0.2 : confidence);
      }
    };
  }

  private static boolean after(Passage passage, int end, Pattern pattern) {
    return pattern
        .matcher(passage.text())
        .region(end, Math.min(passage.text().length(), end + 60))
        .find();
  }
}
