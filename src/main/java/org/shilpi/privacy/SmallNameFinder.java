package org.shilpi.privacy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Names of people where capitals do not show them: in texts all in small letters, and in
/// Devanagari.
final class SmallNameFinder implements Finder {
  private static final Pattern CUE =
      Pattern.compile(
          "(?:\\b(?:name(?:'s|’s| is)?|i am|i'm|this is|called|named|dear|hi|hello|mr|mrs|ms|dr|shri|smt)"
              + "[.,:]?|नाम|श्री|श्रीमती|सुश्री|डॉ\\.?|डॉक्टर|प्रिय|मैं)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> DEVANAGARI_WORDS =
      Set.of(
          "आशा", "शांति", "कांति", "माया", "जया", "विजय", "प्रकाश", "विकास", "कमल", "पवन", "लाल",
          "राम", "हरि", "सुमन", "छाया", "पूजा", "कविता", "ज्योति", "प्रीति", "स्वाति", "भारती",
          "रचना", "सपना", "कल्पना", "साधना", "वर्षा", "लता", "दास", "राव", "सेन", "शेख", "मोरे",
          "काजल", "कोमल", "शीतल", "मुस्कान", "निर्मल", "विमल", "आकाश", "किरण", "गगन", "रतन", "सूरज",
          "रवि", "कवि", "दीपक", "सीमा", "रेखा", "शिखा", "अमृता", "नम्रता", "आराधना", "वंदना",
          "अर्चना", "आरती", "निशा", "उषा", "ऊषा", "श्याम", "मोहन", "लक्ष्मी", "शिव", "प्रसाद",
          "कृष्ण", "कृष्णा", "तरुण", "अरुण", "वरुण", "करण", "शशि", "नीता", "धीरज");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    boolean small = words.stream().noneMatch(word -> word.capital() && word.length() > 1);
    for (int i = 0; i < words.size(); i++) {
      int end = i;
      while (end < words.size()
          && named(words.get(end), small)
          && (end == i || passage.between(words.get(end - 1), words.get(end)).equals(" "))) {
        end++;
      }
      if (end > i) {
        end = further(passage, i, end, small);
        tell(passage, i, end, found);
        i = end;
      } else {
        cued(passage, i, small, found);
      }
    }
  }

  private static boolean named(Word word, boolean small) {
    return word.shape() == Word.Shape.PLAIN && Lexicon.DEVANAGARI.contains(word.lower())
        || small
            && word.shape() == Word.Shape.LOWER
            && (Lexicon.GIVEN.contains(word.lower()) || Lexicon.SURNAMES.contains(word.lower()))
            && !Lexicon.COMMON.contains(word.lower());
  }

  // `benjamin a. seiler`: a name that no list knows behind one that is known, perhaps an initial
  // between.
  private static int further(Passage passage, int first, int end, boolean small) {
    List<Word> words = passage.words();
    if (!small || end - first > 1 || !Lexicon.GIVEN.contains(words.get(first).lower())) {
      return end;
    }
    int next = end;
    if (next < words.size() - 1
        && words.get(next).length() == 1
        && passage.between(words.get(next - 1), words.get(next)).equals(" ")) {
      String gap = passage.between(words.get(next), words.get(next + 1));
      next += gap.equals(" ") || gap.equals(". ") ? 1 : 0;
    } else if (next == words.size()
        || !passage.between(words.get(next - 1), words.get(next)).equals(" ")) {
      return end;
    }
    return next < words.size() && unknown(words.get(next)) ? next + 1 : end;
  }

  private static boolean unknown(Word word) {
    return word.shape() == Word.Shape.LOWER
        && word.length() > 2
        && !Lexicon.COMMON.contains(word.lower())
        && !Lexicon.formed(word)
        && !Lexicon.TITLES.contains(word.lower())
        && !Lexicon.PLACES.contains(word.lower())
        && !Lexicon.ORGANIZATIONS.contains(word.lower())
        && !BelongingFinder.people(word.lower());
  }

  private static void tell(Passage passage, int first, int end, Consumer<Finding> found) {
    List<Word> words = passage.words().subList(first, end);
    int start = words.getFirst().start();
    boolean plain = words.getFirst().shape() == Word.Shape.PLAIN;
    boolean ambiguous =
        plain && words.stream().allMatch(word -> DEVANAGARI_WORDS.contains(word.lower()));
    double confidence = words.size() > 1 ? 0.9 : ambiguous ? 0.35 : plain ? 0.7 : 0.6;
    if (passage.before(start, CUE)) {
      confidence = Math.min(0.97, confidence + 0.3);
    }
    found.accept(new Finding(start, words.getLast().end(), Kind.PERSON, confidence));
  }

  // `my name is xyz`, whatever the name.
  private static void cued(Passage passage, int at, boolean small, Consumer<Finding> found) {
    Word word = passage.words().get(at);
    if (small && unknown(word) && passage.before(word.start(), CUE)) {
      List<Word> words = passage.words();
      boolean more =
          at + 1 < words.size()
              && passage.between(word, words.get(at + 1)).equals(" ")
              && (unknown(words.get(at + 1)) || named(words.get(at + 1), true));
      int end = words.get(more ? at + 1 : at).end();
      found.accept(new Finding(word.start(), end, Kind.PERSON, 0.5));
    }
  }
}
