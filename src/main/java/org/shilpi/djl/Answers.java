package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Span;
import org.shilpi.data.Target;
import org.shilpi.evaluate.SpanScores;
import org.shilpi.train.FoundSpan;

/// The right answers of cases: what a head has to say of a text, or of a word.
sealed interface Answers {
  int cases();

  /// Numbers that a head gives for a case.
  int outputs();

  /// The method of `programs/linear.ts` that fits a head to such answers.
  String objective();

  /// The answers as that method takes them.
  NDArray array(NDManager manager);

  Answers part(int[] cases);

  /// These, then others of the same kind.
  Answers and(Answers others);

  /// Deals the cases into equal parts, each with its share of every answer.
  ///
  /// @return the part of each case, 0 to `parts - 1`
  int[] deal(int parts, long seed);

  /// Weights of the outputs under which each counts the same in all: `cases / (outputs * own
  /// cases)`, as scikit-learn's `balanced`; where a text may have any number of labels, a label's
  /// texts without it by those with it. An output without a case counts like any other: 1.
  float[] balance();

  /// Share of right answers by label scores (logits) of all cases, 0 to 1; F1 where a text may have
  /// any number of them.
  double accuracy(float[][] scores);

  /// Mean cross-entropy in nats, the scores being these times a factor above 0.
  double loss(float[][] scores, double factor);

  /// What label scores (logits) of all cases are worth.
  default Softmax.Score score(float[][] scores) {
    return new Softmax.Score(
        accuracy(scores), loss(scores, 1), Temperature.of(factor -> loss(scores, factor)).loss());
  }

  /// Texts with one label each.
  record One(int[] labels, int outputs) implements Answers {
    @Override
    public int cases() {
      return labels.length;
    }

    @Override
    public String objective() {
      return "objective_one";
    }

    @Override
    public NDArray array(NDManager manager) {
      return manager.create(Arrays.stream(labels).asLongStream().toArray());
    }

    @Override
    public One and(Answers others) {
      int[] more = ((One) others).labels;
      return new One(
          IntStream.concat(Arrays.stream(labels), Arrays.stream(more)).toArray(), outputs);
    }

    @Override
    public One part(int[] cases) {
      return new One(Arrays.stream(cases).map(i -> labels[i]).toArray(), outputs);
    }

    @Override
    public int[] deal(int parts, long seed) {
      return Folds.stratified(labels, outputs, parts, seed);
    }

    @Override
    public float[] balance() {
      return balance(labels, outputs);
    }

    private static float[] balance(int[] labels, int outputs) {
      int[] count = new int[outputs];
      for (int label : labels) {
        count[label]++;
      }
      float[] weights = new float[outputs];
      for (int k = 0; k < outputs; k++) {
        weights[k] = count[k] == 0 ? 1 : (float) labels.length / outputs / count[k];
      }
      return weights;
    }

    @Override
    public double accuracy(float[][] scores) {
      int right = 0;
      for (int i = 0; i < labels.length; i++) {
        right += Softmax.best(scores[i]) == labels[i] ? 1 : 0;
      }
      return (double) right / labels.length;
    }

    @Override
    public double loss(float[][] scores, double factor) {
      double loss = 0;
      for (int i = 0; i < labels.length; i++) {
        loss += Softmax.loss(scores[i], labels[i], factor);
      }
      return loss / labels.length;
    }
  }

  /// Texts with any number of labels.
  ///
  /// @param labels one row a text, one column a label
  record Many(boolean[][] labels, int outputs) implements Answers {
    @Override
    public int cases() {
      return labels.length;
    }

    @Override
    public String objective() {
      return "objective_many";
    }

    @Override
    public NDArray array(NDManager manager) {
      float[] values = new float[labels.length * outputs];
      for (int i = 0; i < values.length; i++) {
        values[i] = labels[i / outputs][i % outputs] ? 1 : 0;
      }
      return manager.create(values, new Shape(labels.length, outputs));
    }

    @Override
    public Many and(Answers others) {
      boolean[][] more = ((Many) others).labels;
      return new Many(
          Stream.concat(Arrays.stream(labels), Arrays.stream(more)).toArray(boolean[][]::new),
          outputs);
    }

    @Override
    public Many part(int[] cases) {
      return new Many(
          Arrays.stream(cases).mapToObj(i -> labels[i]).toArray(boolean[][]::new), outputs);
    }

    @Override
    public int[] deal(int parts, long seed) {
      return Folds.byRarest(labels, outputs, parts, seed);
    }

    @Override
    public float[] balance() {
      float[] weights = new float[outputs];
      for (int k = 0; k < outputs; k++) {
        int label = k;
        long with = Arrays.stream(labels).filter(row -> row[label]).count();
        weights[k] = with == 0 ? 1 : (float) (labels.length - with) / with;
      }
      return weights;
    }

    @Override
    public double accuracy(float[][] scores) {
      return Sigmoid.f1(scores, labels);
    }

    @Override
    public double loss(float[][] scores, double factor) {
      return Sigmoid.loss(scores, labels, factor);
    }
  }

  /// Words with one tag each, text after text.
  ///
  /// @param tags of each word, see [Tags]
  /// @param text which text each word is of, rising
  /// @param texts the words and the marked spans of each text
  record Words(int[] tags, int[] text, List<Marked> texts, int outputs) implements Answers {
    /// @param spans as people marked them, not snapped to words
    record Marked(TextWords words, List<Span> spans) {}

    /// @param words of each row
    static Words of(List<LabeledText> rows, List<TextWords> words, int outputs) {
      List<Marked> texts = new ArrayList<>();
      for (int t = 0; t < rows.size(); t++) {
        if (rows.get(t).target() instanceof Target.Spans(List<Span> spans)) {
          texts.add(new Marked(words.get(t), spans));
        }
      }
      return of(texts, outputs);
    }

    /// @param outputs tags, two a label and one
    static Words of(List<Marked> texts, int outputs) {
      int[] tags =
          texts.stream().flatMapToInt(m -> Arrays.stream(Tags.of(m.words(), m.spans()))).toArray();
      int[] text = new int[tags.length];
      int word = 0;
      for (int t = 0; t < texts.size(); t++) {
        int next = word + texts.get(t).words().size();
        Arrays.fill(text, word, next, t);
        word = next;
      }
      return new Words(tags, text, texts, outputs);
    }

    /// Spans without a word of their own, which cannot be learned: each of the others begins with
    /// one B.
    int lost() {
      int spans = texts.stream().mapToInt(marked -> marked.spans().size()).sum();
      return spans - (int) Arrays.stream(tags).filter(Tags::isBegin).count();
    }

    @Override
    public int cases() {
      return tags.length;
    }

    @Override
    public String objective() {
      return "objective_one";
    }

    @Override
    public NDArray array(NDManager manager) {
      return manager.create(Arrays.stream(tags).asLongStream().toArray());
    }

    @Override
    public Words and(Answers others) {
      List<Marked> more = ((Words) others).texts;
      return of(Stream.concat(texts.stream(), more.stream()).toList(), outputs);
    }

    /// @param cases all words of some texts, rising
    @Override
    public Words part(int[] cases) {
      int[] of = Arrays.stream(cases).map(i -> text[i]).toArray();
      List<Marked> some = Arrays.stream(of).distinct().mapToObj(texts::get).toList();
      return of(some, outputs);
    }

    /// Words of a text stay together: they would tell of each other.
    @Override
    public int[] deal(int parts, long seed) {
      int labels = (outputs - 1) / 2;
      boolean[][] has = new boolean[texts.size()][labels];
      for (int t = 0; t < has.length; t++) {
        for (Span span : texts.get(t).spans()) {
          has[t][span.label()] = true;
        }
      }
      int[] part = Folds.byRarest(has, labels, parts, seed);
      return Arrays.stream(text).map(t -> part[t]).toArray();
    }

    @Override
    public float[] balance() {
      return One.balance(tags, outputs);
    }

    /// The F1 of whole spans.
    @Override
    public double accuracy(float[][] scores) {
      List<List<Span>> found = new ArrayList<>();
      int word = 0;
      for (Marked marked : texts) {
        int next = word + marked.words().size();
        found.add(
            Tags.spans(marked.words(), Arrays.copyOfRange(scores, word, next)).stream()
                .map(FoundSpan::span)
                .toList());
        word = next;
      }
      List<String> names = Collections.nCopies((outputs - 1) / 2, "");
      List<List<Span>> wanted = texts.stream().map(Marked::spans).toList();
      return SpanScores.of(names, wanted, found).all().f1();
    }

    @Override
    public double loss(float[][] scores, double factor) {
      double loss = 0;
      for (int w = 0; w < tags.length; w++) {
        loss += Softmax.loss(scores[w], tags[w], factor);
      }
      return loss / Math.max(1, tags.length);
    }
  }
}
