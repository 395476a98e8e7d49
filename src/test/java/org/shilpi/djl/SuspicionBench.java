package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;
import org.shilpi.quality.Suspicion;
import org.shilpi.train.Baselines;

/// Every tenth label of banking77's training texts is flipped at random: how many of the most
/// suspicious labels are flipped ones?
class SuspicionBench {
  private static final int PARTS = 5;

  @TempDir Path folder;

  @Test
  void mostOfTheMostSuspiciousLabelsAreFlipped() throws IOException {
    Banking banking = Banking.read();
    int rows = banking.rows().size();
    int classes = banking.labels().size();
    int[] labels = banking.rows().stream().mapToInt(LabeledText::label).toArray();
    boolean[] flipped = flip(labels, classes, 1);

    long begin = System.nanoTime();
    Survey survey =
        new DjlSurveyor()
            .survey(
                new SurveyTask(
                    Banking.baseModel(),
                    folder,
                    Material.texts(banking.rows()),
                    labels,
                    IntStream.range(0, rows).toArray(),
                    classes,
                    1,
                    "cpu"),
                JobContext.quiet());
    double first = tell("quick model", survey.probabilities(), labels, flipped);
    System.out.printf(
        "survey of %d texts: %.0f s; curve %d..%d texts: %d..%d of %d right%n",
        rows,
        (System.nanoTime() - begin) / 1e9,
        survey.sizes()[0],
        survey.sizes()[4],
        survey.hits()[0],
        survey.hits()[4],
        survey.tested());
    begin = System.nanoTime();
    float[][] words = words(banking, labels);
    System.out.printf("TF-IDF out of fold: %.0f s%n", (System.nanoTime() - begin) / 1e9);
    tell("TF-IDF", words, labels, flipped);
    float[][] both = new float[rows][classes];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < classes; k++) {
        both[i][k] = (survey.probabilities()[i][k] + words[i][k]) / 2;
      }
    }
    tell("both", both, labels, flipped);
    assertThat(first).isGreaterThan(0.9);
  }

  private static boolean[] flip(int[] labels, int classes, long seed) {
    Random random = new Random(seed);
    boolean[] flipped = new boolean[labels.length];
    List<Integer> order = new ArrayList<>(IntStream.range(0, labels.length).boxed().toList());
    Collections.shuffle(order, random);
    for (int row : order.subList(0, labels.length / 10)) {
      flipped[row] = true;
      labels[row] = (labels[row] + 1 + random.nextInt(classes - 1)) % classes;
    }
    return flipped;
  }

  private static double tell(String who, float[][] probabilities, int[] labels, boolean[] flipped) {
    List<Suspicion> found = Suspicion.rank(probabilities, labels);
    System.out.printf(
        "%s: %d suspicious; flipped among the first 100: %d, 500: %d, all: %d%n",
        who,
        found.size(),
        hits(found, 100, flipped),
        hits(found, 500, flipped),
        hits(found, found.size(), flipped));
    return hits(found, 500, flipped) / 500.0;
  }

  private static int hits(List<Suspicion> found, int first, boolean[] flipped) {
    return (int) found.stream().limit(first).filter(one -> flipped[one.row()]).count();
  }

  private static float[][] words(Banking banking, int[] labels) {
    int[] part = Folds.stratified(labels, banking.labels().size(), PARTS, 1);
    float[][] probabilities = new float[labels.length][];
    for (int fold = 0; fold < PARTS; fold++) {
      List<LabeledText> known = new ArrayList<>();
      List<String> asked = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        String text = banking.rows().get(i).text();
        if (part[i] == fold) {
          asked.add(text);
          rows.add(i);
        } else {
          known.add(new LabeledText(i + 1, text, labels[i], Split.TRAIN));
        }
      }
      float[][] answers =
          Objects.requireNonNull(
              Baselines.fit(Snapshot.of(banking.labels(), known), 1, JobContext.quiet())
                  .probabilities(asked)
                  .get(Baselines.TFIDF));
      for (int i = 0; i < rows.size(); i++) {
        probabilities[rows.get(i)] = answers[i];
      }
    }
    return probabilities;
  }
}
