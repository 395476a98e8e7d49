package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.ContentHash;
import org.shilpi.job.JobContext;
import org.shilpi.job.ProcessMemory;

/// Tables of 10,000, 100,000 and 1,000,000 rows come in, and near copies are looked for, each in a
/// process with 512 MB; beside it the time that the machine takes to hash the same file ten times.
/// The largest: -Dbench.rows=1000000.
class ImportBench {
  @TempDir Path temp;

  @Test
  void rowsASecond() throws Exception {
    List<String> told = new ArrayList<>();
    for (int rows = 10_000; rows <= Integer.getInteger("bench.rows", 1_000_000); rows *= 10) {
      Path file = temp.resolve(rows + ".csv");
      int bad = ManyRows.write(file, rows);
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:ActiveProcessorCount=2",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ImportBench.class.getName(),
                  temp.resolve("project" + rows).toString(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor()).isZero();
      assertThat(said).contains("%d texts, %d turned away".formatted(rows - bad, bad));
      told.add(said.strip());
      Files.delete(file);
    }
    told.forEach(System.out::println);
  }

  private static final class Watch {
    private final long begin = System.nanoTime();
    private final long busy = busy();

    private static long busy() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }

    double seconds() {
      return (System.nanoTime() - begin) / 1e9;
    }

    double busySeconds() {
      return (busy() - busy) / 1e9;
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path file = Path.of(arguments[1]);
    Watch hashing = new Watch();
    for (int i = 0; i < 10; i++) {
      ContentHash.of(file);
    }
    double yardstick = hashing.busySeconds();
    try (ProjectSession session = TestProject.create(folder)) {
      Watch importing = new Watch();
      ImportReport report = new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      double seconds = importing.seconds();
      double busy = importing.busySeconds();
      long rows = report.imported() + report.rejected();
      long size = Files.size(folder.resolve("project.mv.db"));
      System.out.printf(
          Locale.ROOT,
          "import: %d texts, %d turned away, %d there already; %.1f s (%.1f s of processor),"
              + " %.0f rows/s, %.1f times the yardstick; database %.1f times the file",
          report.imported(),
          report.rejected(),
          report.duplicates(),
          seconds,
          busy,
          rows / seconds,
          busy / yardstick,
          (double) size / Files.size(file));
      Watch checking = new Watch();
      QualityReport quality =
          new CheckQuality(session, TestProject.CATALOGUE).run(JobContext.quiet());
      System.out.printf(
          Locale.ROOT,
          "; check: %d findings in %.1f s (%.1f s of processor); peak %d MB%n",
          quality.findings().size(),
          checking.seconds(),
          checking.busySeconds(),
          ProcessMemory.peak());
    }
  }
}
