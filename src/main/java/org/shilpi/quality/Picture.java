package org.shilpi.quality;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The figures behind the small picture beside a finding.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Picture.None.class, name = "none"),
  @JsonSubTypes.Type(value = Picture.Pair.class, name = "pair"),
  @JsonSubTypes.Type(value = Picture.Share.class, name = "share"),
  @JsonSubTypes.Type(value = Picture.Bars.class, name = "bars"),
  @JsonSubTypes.Type(value = Picture.Histogram.class, name = "histogram"),
  @JsonSubTypes.Type(value = Picture.Curve.class, name = "curve")
})
public sealed interface Picture {
  Picture NONE = new None();

  record None() implements Picture {}

  /// Two things that meet where they should not: two labels, two parts of the data.
  record Pair(String left, String right) implements Picture {}

  /// So many of so many.
  record Share(long part, long whole) implements Picture {}

  /// How many texts each has, in order.
  record Bars(Map<String, Long> counts) implements Picture {
    public Bars {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
  }

  /// How many texts fall into each of equally wide steps.
  ///
  /// @param width of a step
  /// @param limit what lies above it is concerned
  record Histogram(List<Long> counts, int width, int limit) implements Picture {
    public Histogram {
      counts = List.copyOf(counts);
    }
  }

  /// A score over the number of texts learned from.
  ///
  /// @param sizes numbers of texts, rising
  /// @param scores measured ones, 0 to 1; the rest of the sizes is foretold
  /// @param fitted the curve at each size
  /// @param low lower end of the curve's 95 % interval at each size
  /// @param high upper end of it
  record Curve(
      List<Integer> sizes,
      List<Double> scores,
      List<Double> fitted,
      List<Double> low,
      List<Double> high)
      implements Picture {
    public Curve {
      sizes = List.copyOf(sizes);
      scores = List.copyOf(scores);
      fitted = List.copyOf(fitted);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }
  }
}
