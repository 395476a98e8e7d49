package org.shilpi.train;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.shilpi.train.KnobReader.Edge;

/// The knobs of a training by theme, each with its default and its range where it is read. Reading
/// is strict: an unknown name or a value out of range is refused.
///
/// A knob that a method has no use for is accepted and does nothing, so that one set of knobs can
/// be tried with all methods.
public record Knobs(
    Reading reading,
    Batching batching,
    Rates rates,
    Pacing pacing,
    Freezing freezing,
    Restraint restraint,
    Limits limits,
    Compute compute,
    Lora lora,
    FewShot fewShot,
    Emphasis emphasis) {

  /// What of a text is read, and how it becomes one vector.
  ///
  /// @param maxLength most tokens of a text, 8 to the base model's own limit; empty (`auto`) for
  ///   what nearly all texts of the data need
  public record Reading(OptionalInt maxLength, Pooling pooling) {
    /// What a text's vector is made of; of no use where spans are marked.
    public enum Pooling {
      /// As the base model's own files say; the mean where they say nothing.
      AUTO,
      /// The mean of all tokens' vectors.
      MEAN,
      /// The first token's vector.
      CLS
    }

    static Reading read(KnobReader read) {
      return new Reading(
          read.wholeOrAuto("maxLength", 8, 131_072), read.choice("pooling", Pooling.AUTO));
    }
  }

  /// What an optimizer step sees.
  ///
  /// @param batchTokens padded tokens of a batch, at least 64
  /// @param accumulation batches whose gradients make one step together, at least 1
  public record Batching(int batchTokens, int accumulation) {
    static Batching read(KnobReader read) {
      return new Batching(
          read.whole("batchTokens", 512, 64, 1_000_000), read.whole("accumulation", 1, 1, 1_000));
    }

    /// Padded tokens of a step.
    public int stepTokens() {
      return batchTokens * accumulation;
    }
  }

  /// Peak learning rates, above 0.
  ///
  /// @param base of the base model's weights, or of the adapters on them
  /// @param head of the head
  /// @param embeddings of the base model's embeddings; as `base` unless it is set
  /// @param layerDecay each layer learns at this share of the rate of the layer above it, the
  ///   embeddings at this share of the first layer's; above 0, 1 for the same rate everywhere
  public record Rates(double base, double head, double embeddings, double layerDecay) {
    /// Adapters have little to forget and start from nothing, so they learn faster.
    static Rates read(KnobReader read, Method method) {
      double usual = method == Method.BALANCED ? 2e-3 : 1e-4;
      double base = read.real("learningRate", usual, 0, 1, Edge.LOW);
      return new Rates(
          base,
          read.real("headLearningRate", 1e-3, 0, 1, Edge.LOW),
          read.real("embeddingLearningRate", base, 0, 1, Edge.LOW),
          read.real("layerDecay", 1, 0, 1, Edge.LOW));
    }
  }

  /// How the learning rates move over the steps.
  ///
  /// @param shape after the warm-up
  /// @param warmup share of all steps with rising rates, 0 to 1
  public record Pacing(Shape shape, double warmup) {
    /// The rates' way from their peak.
    public enum Shape {
      /// In a straight line to 0 after the last planned step.
      LINEAR,
      /// Along half a cosine to 0 after the last planned step.
      COSINE,
      /// They stay.
      CONSTANT
    }

    static Pacing read(KnobReader read) {
      return new Pacing(
          read.choice("schedule", Shape.LINEAR), read.real("warmup", 0.1, 0, 1, Edge.NONE));
    }
  }

  /// What of the base model does not learn, whatever the method.
  ///
  /// @param words the word vectors: most of a small model's memory, of which a batch touches little
  /// @param embeddings all embeddings
  /// @param layers how many of the first layers
  public record Freezing(boolean words, boolean embeddings, int layers) {
    static Freezing read(KnobReader read) {
      return new Freezing(
          read.flag("freezeWords", true),
          read.flag("freezeEmbeddings", false),
          read.whole("freezeLayers", 0, 0, 1_000));
    }
  }

  /// What holds the weights back from learning the training texts by heart.
  ///
  /// @param weightDecay AdamW's decoupled decay, at least 0; never applied to biases and norms
  /// @param dropout 0 to below 1
  /// @param attentionDropout of attention weights, 0 to below 1; none where `dropout` is 0. Above 0
  ///   costs libtorch's fast path
  /// @param clip largest norm of the whole gradient, above 0
  public record Restraint(
      double weightDecay, double dropout, double attentionDropout, double clip) {
    static Restraint read(KnobReader read) {
      return new Restraint(
          read.real("weightDecay", 0.01, 0, 1, Edge.NONE),
          read.real("dropout", 0.1, 0, 1, Edge.HIGH),
          read.real("attentionDropout", 0, 0, 1, Edge.HIGH),
          read.real("clip", 1, 0, 1_000_000, Edge.LOW));
    }
  }

  /// When a training ends before all its passes are done. What it learned until then is checked
  /// like a whole pass.
  ///
  /// @param patience passes without a better validation loss, at least 1
  /// @param steps optimizer steps; 0 for no limit
  /// @param minutes wall time of all attempts; 0 for no limit. The learning rate does not know of
  ///   it, so that the same steps are taken on a slower machine, only fewer
  public record Limits(int patience, int steps, double minutes) {
    static Limits read(KnobReader read) {
      return new Limits(
          read.whole("patience", 3, 1, 1_000),
          read.whole("maxSteps", 0, 0, 1_000_000_000),
          read.real("minutes", 0, 0, 100_000, Edge.NONE));
    }

    /// Whether steps or time are limited.
    public boolean any() {
      return steps > 0 || minutes > 0;
    }

    /// @param plan steps of all passes
    public long planned(long plan) {
      return steps == 0 ? plan : Math.min(plan, steps);
    }

    /// @param done steps so far
    /// @param seconds wall time so far
    public boolean reached(long done, double seconds) {
      return (steps > 0 && done >= steps) || (minutes > 0 && seconds >= 60 * minutes);
    }
  }

  /// How training steps compute.
  ///
  /// @param precision of what flows between layers; weights, norms and losses stay fp32
  /// @param recompute whether the way back computes each layer anew instead of keeping its values:
  ///   less memory, a third more time
  public record Compute(Precision precision, boolean recompute) {
    /// A type of numbers.
    public enum Precision {
      /// `bf16` on a GPU that has it, else `fp32`.
      AUTO,
      FP32,
      BF16,
      /// For GPUs without `bf16`: its narrow range needs scaled losses, and now and then a step is
      /// skipped for it.
      FP16
    }

    static Compute read(KnobReader read) {
      return new Compute(read.choice("precision", Precision.AUTO), read.flag("recompute", false));
    }
  }

  /// The adapters of [Method#BALANCED] (Hu et al., 2021).
  ///
  /// @param rank inner width, at least 1
  /// @param alpha what they add is scaled by `alpha / rank`, above 0
  /// @param dropout on what they read, 0 to below 1
  /// @param targets which linear layers have one
  public record Lora(int rank, double alpha, double dropout, Targets targets) {
    /// Linear layers of the encoder.
    public enum Targets {
      /// Query and value of the attention.
      ATTENTION,
      ALL
    }

    static Lora read(KnobReader read) {
      int rank = read.whole("loraRank", 8, 1, 4_096);
      return new Lora(
          rank,
          read.real("loraAlpha", 2.0 * rank, 0, 1_000_000, Edge.LOW),
          read.real("loraDropout", 0, 0, 1, Edge.HIGH),
          read.choice("loraTargets", Targets.ALL));
    }
  }

  /// What [Method#THOROUGH] does where texts are few, beside fine-tuning.
  ///
  /// @param use when contrastive learning is tried too, and the best way learns again from all
  ///   texts
  /// @param passes of contrastive learning, at least 1
  /// @param rate peak learning rate of contrastive learning, above 0
  public record FewShot(Use use, int passes, double rate) {
    /// When.
    public enum Use {
      /// Where half of the labels have fewer than 16 training texts.
      AUTO,
      ALWAYS,
      NEVER
    }

    static FewShot read(KnobReader read) {
      return new FewShot(
          read.choice("fewShot", Use.AUTO),
          read.whole("contrastPasses", 4, 1, 1_000),
          read.real("contrastLearningRate", 5e-5, 0, 1, Edge.LOW));
    }
  }

  /// The same with other learning rates.
  public Knobs with(Rates others) {
    return new Knobs(
        reading, batching, others, pacing, freezing, restraint, limits, compute, lora, fewShot,
        emphasis);
  }

  /// What the loss counts.
  ///
  /// @param smoothing share of the target that is spread over all labels, 0 to below 1: answers
  ///   become less sure
  /// @param balanced whether every label counts the same in all, however few texts have it
  public record Emphasis(double smoothing, boolean balanced) {
    static Emphasis read(KnobReader read) {
      return new Emphasis(
          read.real("labelSmoothing", 0, 0, 1, Edge.HIGH), read.flag("classWeights", false));
    }
  }

  public static Knobs defaults(Method method) {
    return of(method, Map.of());
  }

  public static Knobs of(TrainingSpec spec) {
    return of(spec.method(), spec.knobs());
  }

  /// A method's defaults with overrides.
  ///
  /// @throws org.shilpi.job.Problem naming the first bad value with its range, or the first unknown
  ///   knob with the known names
  public static Knobs of(Method method, Map<String, String> overrides) {
    KnobReader read = new KnobReader(overrides);
    Knobs knobs = read(read, method);
    read.refuseUnknown();
    return knobs;
  }

  /// What each knob stands at unless it is set, as one would write it, by name.
  public static SequencedMap<String, String> standards(Method method) {
    KnobReader read = new KnobReader(Map.of());
    read(read, method);
    return read.standards();
  }

  private static Knobs read(KnobReader read, Method method) {
    return new Knobs(
        Reading.read(read),
        Batching.read(read),
        Rates.read(read, method),
        Pacing.read(read),
        Freezing.read(read),
        Restraint.read(read),
        Limits.read(read),
        Compute.read(read),
        Lora.read(read),
        FewShot.read(read),
        Emphasis.read(read));
  }
}
