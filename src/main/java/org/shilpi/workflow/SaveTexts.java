package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Reason;
import org.shilpi.data.labeled.LabeledFormat;
import org.shilpi.data.labeled.LabeledFormats;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.AtomicFile;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.ExampleStore.Judged;
import org.shilpi.store.LabelStore;

/// Writes a project's texts and labels into a file, so that importing it gives the same again.
public final class SaveTexts {
  private static final int PAGE = 1_000;
  private static final int SHOWN = 100;

  /// A text that the format cannot hold.
  public record LeftOut(long example, Reason why) {}

  /// @param written texts in the file
  /// @param leftOut texts that are not
  /// @param some of those, at most 100
  public record Report(long written, long leftOut, List<LeftOut> some) {}

  private final ProjectSession session;

  public SaveTexts(ProjectSession session) {
    this.session = session;
  }

  /// A format by its name.
  ///
  /// @throws Problem naming those that there are
  public static LabeledFormat format(String id) {
    return LabeledFormats.ALL.stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "problem.data.save-format",
                id,
                String.join(", ", LabeledFormats.ALL.stream().map(LabeledFormat::id).toList())));
  }

  /// Writes all texts but those that were set aside; whole or not at all.
  ///
  /// @param out the file
  /// @throws Problem if there is no text, or the file cannot be written
  public Report run(LabeledFormat format, Path out, JobContext context) throws IOException {
    ExampleStore examples = new ExampleStore(session.database());
    if (examples.count() == 0) {
      throw Problem.of("problem.data.nothing-to-save");
    }
    Set<String> fields = new LinkedHashSet<>();
    if (format.keepsOrigin()) {
      each(examples, context, (id, text) -> fields.addAll(text.origin().fields().keySet()));
    }
    LabeledFormat.Outline outline =
        new LabeledFormat.Outline(new LabelStore(session.database()).names(), List.copyOf(fields));
    long[] counts = new long[2];
    List<LeftOut> some = new ArrayList<>();
    AtomicFile.write(
        out,
        stream -> {
          LabeledFormat.Sink sink = format.begin(stream, outline);
          each(
              examples,
              context,
              (id, text) -> {
                Optional<Reason> why = sink.write(text);
                counts[why.isEmpty() ? 0 : 1]++;
                if (some.size() < SHOWN) {
                  why.map(reason -> new LeftOut(id, reason)).ifPresent(some::add);
                }
              });
          sink.finish();
        });
    return new Report(counts[0], counts[1], List.copyOf(some));
  }

  private interface Visitor {
    void visit(long id, Outgoing text) throws IOException;
  }

  private static void each(ExampleStore examples, JobContext context, Visitor visitor)
      throws IOException {
    double count = examples.count();
    List<Judged> page = examples.judged(0, PAGE);
    while (!page.isEmpty()) {
      context.checkCancelled();
      for (Judged text : page) {
        visitor.visit(text.example().id(), Outgoing.of(text.example(), text.judgement()));
      }
      long last = page.getLast().example().id();
      context.report(Progress.of(Math.min(1, last / count), "progress.save.texts", last));
      page = examples.judged(last, PAGE);
    }
  }
}
