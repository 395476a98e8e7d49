package org.shilpi.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shilpi.data.Dealing;
import org.shilpi.data.Labeled;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.evaluate.TestSize;
import org.shilpi.job.JobContext;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.SettingStore;

/// How a project's texts are dealt into training, validation and test: the rule, and what a run
/// started now would get.
public final class DealTexts {
  /// The parts as a run started now would get them.
  ///
  /// @param by the rule
  /// @param parts texts of each part
  /// @param labels how many texts of each part have a label, in the labels' order
  /// @param torn test texts with a near copy among the texts learned from: because the user decided
  ///   so, or because nearly all texts of the label are near copies
  /// @param leftOut labeled texts that take no part: set aside, or too near to a test text
  /// @param kept what the rule had to hold together
  /// @param size whether the test is big enough
  /// @param fingerprint of the data
  public record Parts(
      Dealing.By by,
      Map<Split, Integer> parts,
      Map<String, Map<Split, Integer>> labels,
      long torn,
      long leftOut,
      Kept kept,
      TestSize size,
      String fingerprint) {}

  /// What a rule has to hold together.
  ///
  /// @param texts that are labeled
  /// @param near texts that have a near copy
  /// @param grouped texts that belong to a thread or group
  /// @param dated texts of which is known when they were written
  /// @param decided texts whose part a file or the user decided
  public record Kept(long texts, long near, long grouped, long dated, long decided) {}

  private static final String RULE = "split.by";

  private final ProjectSession session;

  public DealTexts(ProjectSession session) {
    this.session = session;
  }

  public Dealing.By rule() {
    return new SettingStore(session.database())
        .get(RULE)
        .map(by -> Dealing.By.valueOf(by.toUpperCase(Locale.ROOT)))
        .orElse(Dealing.By.LABEL);
  }

  /// From now on; what was frozen stays as it is.
  public void choose(Dealing.By by) {
    new SettingStore(session.database()).put(RULE, by.name().toLowerCase(Locale.ROOT));
  }

  private static Kept kept(List<Labeled> texts, int[] firsts) {
    int[] sizes = new int[firsts.length];
    for (int first : firsts) {
      sizes[first]++;
    }
    return new Kept(
        texts.size(),
        Arrays.stream(firsts).filter(first -> sizes[first] > 1).count(),
        texts.stream().filter(text -> !text.group().isEmpty()).count(),
        texts.stream().filter(text -> !text.written().isEmpty()).count(),
        texts.stream().filter(text -> text.split() != Split.NONE).count());
  }

  private static long torn(Snapshot snapshot, List<Labeled> texts, int[] firsts) {
    Map<Long, Integer> family = new HashMap<>();
    for (int i = 0; i < firsts.length; i++) {
      family.put(texts.get(i).id(), firsts[i]);
    }
    Set<Integer> learned = new HashSet<>();
    snapshot.rows().stream()
        .filter(row -> row.split() != Split.TEST)
        .forEach(row -> learned.add(family.getOrDefault(row.id(), -1)));
    return snapshot.part(Split.TEST).stream()
        .filter(row -> learned.contains(family.getOrDefault(row.id(), -2)))
        .count();
  }

  /// Freezes the data.
  ///
  /// @throws org.shilpi.job.Problem if there is too little to learn from
  public Parts run(JobContext context) throws IOException {
    return parts(new FreezeData(session).run(context), context);
  }

  /// Tells what [#run] would freeze.
  ///
  /// @throws org.shilpi.job.Problem if there is too little to learn from
  public Parts look(JobContext context) {
    return parts(new FreezeData(session).look(context), context);
  }

  private Parts parts(Snapshot snapshot, JobContext context) {
    List<Labeled> texts = new ArrayList<>();
    new ExampleStore(session.database()).labeled(texts::add);
    int[] firsts = session.nearCopies(texts, context);
    Map<Split, Integer> parts = new EnumMap<>(Split.class);
    Map<String, Map<Split, Integer>> labels = new LinkedHashMap<>();
    snapshot.labels().forEach(label -> labels.put(label, new EnumMap<>(Split.class)));
    for (LabeledText row : snapshot.rows()) {
      parts.merge(row.split(), 1, Integer::sum);
      row.target().labels().stream()
          .distinct()
          .map(snapshot.labels()::get)
          .forEach(label ->
              labels
                  .computeIfAbsent(label, none -> new EnumMap<>(Split.class))
                  .merge(row.split(), 1, Integer::sum));
    }
    return new Parts(
        rule(),
        parts,
        labels,
        torn(snapshot, texts, firsts),
        new AnnotationStore(session.database()).labeled() - snapshot.rows().size(),
        kept(texts, firsts),
        TestSize.of(parts.getOrDefault(Split.TEST, 0)),
        snapshot.fingerprint());
  }
}
