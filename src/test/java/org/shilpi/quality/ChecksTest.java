package org.shilpi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;

class ChecksTest {
  private static List<Finding> found(Corpus corpus, String... labels) {
    return new Examination(corpus, List.of(labels), 10, List.of("en"), JobContext.quiet())
        .run()
        .findings();
  }

  private static Finding found(Kind kind, Corpus corpus, String... labels) {
    return found(corpus, labels).stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is the best way to get my money back | en",
        "I see a $1 charge in a transaction. | en",
        "How do I to up by card? | en",
        "Hol van a kártyám és miért nem kapom meg | hu",
        "Kde je moje karta a proč se to stalo, co mám dělat | cs",
        "wo ist meine Karte und wie kann ich das Geld bekommen | de",
        "où est ma carte et comment puis-je payer avec cette carte | fr",
        "मेरा खाता बंद कर दीजिए | hi",
        "mera khata band kar do, kya aap mujhe bata sakte hai | hi-Latn",
        "माझे खाते बंद करायचे आहे | mr",
        "আমার কার্ড কোথায় | bn",
        "где моя карта | ru",
        "де моя картка і гроші | uk",
        "私のカードはどこですか | ja",
        "我的卡在哪里 | zh",
        "أين بطاقتي | ar"
      })
  void theLanguageIsGuessed(String text, String language) {
    assertThat(Language.of(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "12 345",
        "Shilpi GmbH",
        "iPhone 15 Pro Max",
        "Internet Access - No Investment Needed, No Credit Check, No Payment",
        "www.shop.com www.news.com <http://www.play.com/os/as.html> joao@mail.com"
      })
  void nothingIsGuessedFromTooLittle(String text) {
    assertThat(Language.of(text)).isEmpty();
  }

  @Test
  void languagesThatTheModelDoesNotKnowAreToldByName() {
    Finding finding =
        found(
            Kind.LANGUAGE,
            ListCorpus.of(List.of("where is the card that you sent to me", "मेरा कार्ड कहाँ है")));

    assertThat(finding.words(Locale.ENGLISH)).containsExactly(1L, "Hindi", "English");
    assertThat(finding.members()).extracting(Member::example).containsExactly(2L);
  }

  @Test
  void longAndShortTextsAreTold() {
    ListCorpus corpus = ListCorpus.of(List.of("?!", "a ", "ok then", "word ".repeat(11), "你好"));

    assertThat(found(Kind.SHORT, corpus).members())
        .extracting(Member::example)
        .containsExactly(1L, 2L);
    assertThat(found(Kind.LONG, corpus).members())
        .extracting(Member::example, Member::score)
        .containsExactly(tuple(4L, 11.0));
  }

  private static ListCorpus labeled(int many, int few) {
    ListCorpus corpus = new ListCorpus();
    for (int i = 0; i < many; i++) {
      corpus.add("some question number " + i, "many", Split.NONE, "");
    }
    for (int i = 0; i < few; i++) {
      corpus.add("quite another thing, case " + i, "few", Split.NONE, "");
    }
    return corpus;
  }

  @Test
  void aTinyLabelAndItsGiantNeighbourAreTold() {
    Finding tiny = found(Kind.TINY_LABEL, labeled(140, 14), "many", "few");
    assertThat(tiny.subject()).isEqualTo("few");
    assertThat(tiny.picture()).isEqualTo(new Picture.Share(14, 30));

    Finding giant = found(Kind.IMBALANCE, labeled(140, 14), "many", "few");
    assertThat(giant.arguments()).containsExactly("many", "91", "10");
    assertThat(found(labeled(139, 30), "many", "few"))
        .extracting(Finding::kind)
        .doesNotContain(Kind.TINY_LABEL, Kind.IMBALANCE);
  }

  @Test
  void aTestOfTenTextsIsCalledSmallWithItsInterval() {
    Finding finding = found(Kind.SMALL_TEST, labeled(30, 20), "many", "few");

    assertThat(finding.count()).isEqualTo(10);
    // Wilson's interval of 9 of 10.
    assertThat(finding.arguments()).containsExactly("60", "98", "141");
    assertThat(found(labeled(500, 500), "many", "few"))
        .extracting(Finding::kind)
        .doesNotContain(Kind.SMALL_TEST);
  }

  @Test
  void aLeakedTestTextCountsOnceWithTheClosestKind() {
    ListCorpus corpus =
        new ListCorpus()
            .add("the same", "a", Split.TRAIN, "thread 1")
            .add("The Same", "a", Split.TEST, "thread 1")
            .add("not the same at all", "a", Split.TEST, "thread 1")
            .add("alone", "a", Split.TEST, "thread 2")
            .add("undecided", "a", Split.NONE, "thread 2");

    List<Finding> findings = found(corpus, "a");

    assertThat(findings.stream().filter(f -> f.kind() == Kind.LEAK_EQUAL))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.count()).isEqualTo(1);
          assertThat(finding.members())
              .containsExactly(Member.of(1, 1, false), Member.of(2, 1, true));
        });
    assertThat(findings.stream().filter(f -> f.kind() == Kind.LEAK_GROUP))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.members())
                .containsExactly(Member.of(1, 1, false), Member.of(3, 1, true)));
    assertThat(findings).extracting(Finding::kind).doesNotContain(Kind.LEAK_NEAR);
  }
}
