package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.TextFilter;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// What a page of a table takes at the beginning, in the middle and at the end of many texts, of
/// all and of those that a filter lets through; and what is left to do for an import that was cut
/// off after nine tenths. The largest: -Dbench.rows=1000000.
class BrowseBench {
  private static final int PAGE = 200;

  @TempDir Path temp;

  @Test
  void pagesOfManyTexts() throws IOException {
    int rows = Integer.getInteger("bench.rows", 1_000_000);
    Path file = temp.resolve("many.csv");
    int bad = ManyRows.write(file, rows);
    Path dead = Files.createDirectories(temp.resolve("dead"));
    try (ProjectSession session = TestProject.create(temp.resolve("project"))) {
      ImportOrder order = ImportOrder.of(List.of(file));
      timed("import", () -> bringIn(session, order, copying(session, dead, rows * 9L / 10)));
      assertThat(session.summary().texts()).isEqualTo(rows - bad);
      BrowseTexts browse = new BrowseTexts(session);
      long last = browse.count();
      for (int round = 0; round < 2; round++) {
        for (double place : new double[] {0, 0.5, 0.999}) {
          long from = (long) (last * place);
          timed("page at " + place, () -> browse.page(from, PAGE));
        }
      }
      for (TextFilter filter :
          List.of(
              new TextFilter("", Optional.of("label 3")),
              new TextFilter("", Optional.of("")),
              new TextFilter("abc", Optional.empty()),
              new TextFilter("ABC", Optional.of("label 3")),
              new TextFilter("no text holds this", Optional.empty()))) {
        long[] ids = timed("find " + filter, () -> browse.find(filter, JobContext.quiet()));
        System.out.printf(Locale.ROOT, "  %d texts%n", ids.length);
        for (double place : new double[] {0, 0.5, 0.999}) {
          int from = (int) (ids.length * place);
          List<Long> page = LongStream.of(ids).skip(from).limit(PAGE).boxed().toList();
          timed("  its page at " + place, () -> browse.these(page));
        }
      }
    }
    try (ProjectSession session = ProjectSession.open(dead, TestProject.CLOCK)) {
      timed("go on after nine tenths", () -> goOn(session));
      assertThat(session.summary().texts()).isEqualTo(rows - bad);
    }
  }

  private static ImportSummary bringIn(
      ProjectSession session, ImportOrder order, JobContext context) {
    try {
      return new ImportData(session).run(order, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportSummary goOn(ProjectSession session) {
    try {
      return new ImportData(session).goOn(JobContext.quiet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the database as a process would leave it that dies at this row.
  private static JobContext copying(ProjectSession session, Path dead, long row) {
    return new JobContext() {
      private long rows;

      @Override
      public void report(Progress progress) {
        rows++;
        if (rows == row) {
          try {
            Files.copy(session.folder().resolve("project.mv.db"), dead.resolve("project.mv.db"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long begin = System.nanoTime();
    T result = work.get();
    System.out.printf(Locale.ROOT, "%s: %.1f ms%n", what, (System.nanoTime() - begin) / 1e6);
    return result;
  }
}
