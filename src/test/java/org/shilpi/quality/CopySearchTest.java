package org.shilpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;

class CopySearchTest {
  private static Copies copies(Corpus corpus) {
    CopySearch search = new CopySearch(corpus.size());
    corpus.each(search::see);
    return search.copies(corpus, JobContext.quiet(), share -> {});
  }

  /// What comparing every text with every other finds.
  private record Truth(boolean[] hasCopy, long pairs, long met, long wrongly) {
    static Truth of(List<String> texts, Copies found) {
      Shingles pieces = new Shingles();
      List<int[]> sets = texts.stream().map(t -> pieces.sorted(TextKey.alike(t))).toList();
      boolean[] hasCopy = new boolean[texts.size()];
      Families joined = new Families(texts.size());
      long pairs = 0;
      long met = 0;
      Map<Integer, List<Integer>> holders = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        int[] common = new int[i];
        for (int piece : sets.get(i)) {
          List<Integer> earlier = holders.computeIfAbsent(piece, none -> new ArrayList<>());
          earlier.forEach(j -> common[j]++);
          earlier.add(i);
        }
        for (int j = 0; j < i; j++) {
          int either = sets.get(i).length + sets.get(j).length - common[j];
          if (common[j] >= Copies.THRESHOLD * either) {
            hasCopy[i] = true;
            hasCopy[j] = true;
            joined.join(i, j);
            pairs++;
            met += found.near()[i] == found.near()[j] ? 1 : 0;
          }
        }
      }
      long wrongly = 0;
      for (int i = 0; i < texts.size(); i++) {
        wrongly += joined.first(i) == joined.first(found.near()[i]) ? 0 : 1;
      }
      return new Truth(hasCopy, pairs, met, wrongly);
    }

    long texts() {
      int count = 0;
      for (boolean has : hasCopy) {
        count += has ? 1 : 0;
      }
      return count;
    }

    long found(Copies copies) {
      boolean[] marked = new boolean[hasCopy.length];
      Copies.families(copies.near(), rows -> Arrays.stream(rows).forEach(r -> marked[r] = true));
      int count = 0;
      for (int row = 0; row < marked.length; row++) {
        count += marked[row] && hasCopy[row] ? 1 : 0;
      }
      return count;
    }
  }

  private static void assertAsGoodAsBruteForce(List<String> texts, int leastPairs) {
    Copies found = copies(ListCorpus.of(texts));
    Truth truth = Truth.of(texts, found);
    assertThat(truth.pairs()).as("pairs to be found").isGreaterThan(leastPairs);
    assertThat((double) truth.met() / truth.pairs()).as("recall of pairs").isGreaterThan(0.95);
    assertThat((double) truth.found(found) / truth.texts())
        .as("recall of texts")
        .isGreaterThan(0.95);
    assertThat(truth.wrongly()).as("texts joined though no chain of near copies does").isZero();
  }

  @Test
  void findsWhatBruteForceFindsAmongMadeTexts() {
    assertAsGoodAsBruteForce(new MadeTexts(7, 0.05).take(5_000), 100);
  }

  @Test
  void findsWhatBruteForceFindsAmongRealTexts() throws IOException {
    Path file = Path.of("../shared/data/banking77/train.csv").toAbsolutePath().normalize();
    assumeTrue(Files.isRegularFile(file), () -> "skipped: no " + file);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<String> texts = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(reader).getRecords().subList(0, 5_000)) {
        texts.add(row.get("text"));
      }
    }
    assertAsGoodAsBruteForce(texts, 50);
  }

  /// All are alike, most of them not enough: the hard case.
  @Test
  void findsWhatBruteForceFindsAmongTextsFromOneTemplate() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      words.add(
          random
              .ints(random.nextInt(3, 9), 'a', 'z' + 1)
              .mapToObj(Character::toString)
              .collect(Collectors.joining()));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(
          ("Dear %s, your order of %s was sent on %s and will be with you within a few days. Thank you"
                  + " for buying with us; if something is not right, write to us within two weeks.")
              .formatted(
                  words.get(random.nextInt(400)),
                  words.get(random.nextInt(400)),
                  words.get(random.nextInt(400))));
    }

    assertAsGoodAsBruteForce(texts, 100);
  }

  @Test
  void equalTextsAreOneFamilyHoweverMany() {
    Copies found = copies(ListCorpus.of(Collections.nCopies(100_000, "Please call me back")));

    assertThat(found.equal()).containsOnly(0);
    assertThat(found.near()).containsOnly(0);
  }

  @Test
  void caseAndSpacesMakeNoDifference() {
    Copies found =
        copies(ListCorpus.of(List.of("Where is  my card?", "other", "WHERE is my card? ")));

    assertThat(found.equal()).containsExactly(0, 1, 0);
  }

  @Test
  void oneGiantFamilyOfNearCopiesIsJoined() {
    List<String> texts = new ArrayList<>();
    String whole = String.join(" ", new MadeTexts(3, 0).take(4));
    for (int i = 0; i < 5_000; i++) {
      texts.add(whole + " number " + i);
    }

    assertThat(copies(ListCorpus.of(texts)).near()).containsOnly(0);
  }

  @Test
  void textsShorterThanAPieceAreComparedWhole() {
    Copies found = copies(ListCorpus.of(List.of("ok", "no", "OK", "हाँ", "हाँ")));

    assertThat(found.near()).containsExactly(0, 1, 0, 3, 3);
  }

  @Test
  void oneChangedWordInALongSentenceIsANearCopyInAnyScript() {
    Copies found =
        copies(
            ListCorpus.of(
                List.of(
                    "कृपया मेरा खाता बंद कर दीजिए क्योंकि अब मैं इस शहर में नहीं रहता और कल सुबह दिल्ली जा रहा हूँ, धन्यवाद",
                    "कृपया मेरा खाता बंद कर दीजिए क्योंकि अब मैं इस शहर में नहीं रहता और कल सुबह मुंबई जा रहा हूँ, धन्यवाद",
                    "मेरा कार्ड अभी तक नहीं आया है, कृपया बताइए कि वह कब तक मेरे घर पहुँचेगा")));

    assertThat(found.near()).containsExactly(0, 0, 2);
    assertThat(found.equal()).containsExactly(0, 1, 2);
  }

  @Test
  void longTextsAreComparedInFull() {
    String text =
        new SplittableRandom(5)
            .ints(50_000, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    String half = text.substring(0, text.length() / 2);

    assertThat(copies(ListCorpus.of(List.of(text, half, text + " once more"))).near())
        .containsExactly(0, 1, 0);
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(copies(new ListCorpus()).near()).isEmpty();
  }
}
