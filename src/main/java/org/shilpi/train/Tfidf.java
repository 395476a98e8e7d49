package org.shilpi.train;

import java.util.Arrays;
import java.util.List;
import org.shilpi.job.JobContext;

/// Turns a text into a sparse vector of term weights: (1 + ln tf) * idf with idf = ln((1 + n) / (1
/// + df)) + 1, words and pieces of characters each scaled to length 1, as scikit-learn's
///   `TfidfVectorizer(sublinear_tf=True)` does (Manning, Raghavan and Schütze: Introduction to
///   Information Retrieval, 2008, sections 6.2 and 6.4).
///
/// @param terms hashes of the known terms, ascending, see [TermBag]; a term's place is its column
/// @param idf weight of each term
record Tfidf(long[] terms, float[] idf) {
  private static final int MOST_COUNTED = 4_000_000;

  /// Learns the terms and their weights.
  ///
  /// @param most largest number of terms that are kept, the most frequent ones
  static Tfidf fit(List<String> texts, int most, JobContext context) {
    var counts = new TermCounts(MOST_COUNTED);
    for (var text : texts) {
      context.checkCancelled();
      counts.add(TermBag.of(text));
    }
    var terms = counts.mostFrequent(most);
    var idf = new float[terms.length];
    for (int column = 0; column < idf.length; column++) {
      idf[column] =
          (float) (Math.log((1.0 + texts.size()) / (1.0 + counts.count(terms[column]))) + 1);
    }
    return new Tfidf(terms, idf);
  }

  int columns() {
    return terms.length;
  }

  SparseRow row(String text) {
    var bag = TermBag.of(text);
    var columns = new int[bag.size()];
    var values = new float[bag.size()];
    int size = 0;
    int pieces = 0;
    for (int i = 0; i < bag.size(); i++) {
      int column = Arrays.binarySearch(terms, bag.terms()[i]);
      if (column >= 0) {
        columns[size] = column;
        values[size++] = (float) (1 + Math.log(bag.counts()[i])) * idf[column];
        pieces += bag.terms()[i] < 0 ? 1 : 0;
      }
    }
    normalize(values, 0, pieces);
    normalize(values, pieces, size);
    return new SparseRow(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
  }

  private static void normalize(float[] values, int from, int to) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (double) values[i] * values[i];
    }
    for (int i = from; i < to; i++) {
      values[i] /= (float) Math.sqrt(squares);
    }
  }
}
