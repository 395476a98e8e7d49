package org.shilpi.privacy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Forms of address before names, and professions where they are said of somebody.
final class TitleFinder implements Finder {
  private static final Set<String> ADDRESSING =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "rev",
          "reverend",
          "capt",
          "col",
          "gen",
          "lt",
          "sgt",
          "hon",
          "herr",
          "frau",
          "monsieur",
          "madame",
          "mme",
          "mlle",
          "señor",
          "señora",
          "senor",
          "senora",
          "shri",
          "sri",
          "smt",
          "shrimati",
          "pandit",
          "श्री",
          "श्रीमती",
          "सुश्री",
          "डॉ",
          "डॉक्टर",
          "प्रो");
  private static final Pattern SAID_OF =
      Pattern.compile(
          "\\b(?:(?:work(?:s|ed|ing)?|job|employed|hired|career|position)(?: [^.\\n]{1,40}?)? (?:as|of|is)"
              + "|\\bas|i am|i'm|he is|she is|, the|occupation:?|profession:?|designation:?|title:?)"
              + "(?: an?| the)?\\s+$",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 7;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!Lexicon.TITLES.contains(word.lower())) {
        continue;
      }
      if (ADDRESSING.contains(word.lower())) {
        boolean dotted = passage.at(word.end()) == '.';
        if (i + 1 < words.size() && (dotted || words.get(i + 1).capital())) {
          found.accept(new Finding(word.start(), word.end() + (dotted ? 1 : 0), Kind.TITLE, 0.9));
        }
        continue;
      }
      profession(passage, i, found);
    }
  }

  // `Network and computer systems administrator`, on a line of its own or said of somebody.
  private static void profession(Passage passage, int last, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int first = last; first >= 0 && last - first < LONGEST; first--) {
      if (first < last
          && passage.between(words.get(first), words.get(first + 1)).indexOf('\n') >= 0) {
        return;
      }
      int start = words.get(first).start();
      boolean said = passage.before(start, SAID_OF);
      boolean line =
          passage.at(start - 1) == '\n' && passage.at(words.get(last).end()) == '\n' && start > 0;
      if (said || line) {
        found.accept(new Finding(start, words.get(last).end(), Kind.TITLE, said ? 0.7 : 0.65));
        return;
      }
    }
  }
}
