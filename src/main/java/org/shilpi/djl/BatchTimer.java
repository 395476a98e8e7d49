package org.shilpi.djl;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Tries kinds of work on batches out, each for a second or two, and knows how much of the
/// processors others left it meanwhile.
final class BatchTimer {
  /// How long batches of a kind are tried.
  private static final double SECONDS = 1.5;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /// Something that is done with a batch.
  @FunctionalInterface
  interface Work {
    void on(int[] batch);
  }

  private final Report report;
  private double wall;
  private double others;

  BatchTimer(Report report) {
    this.report = report;
  }

  /// Seconds a padded token: after the largest batch, which is not counted, batches from all over
  /// until the time is up.
  ///
  /// @param lengths tokens of each text
  /// @param batches at least one, of texts
  double perToken(int[] lengths, List<int[]> batches, Work work) {
    List<int[]> order = new ArrayList<>(batches);
    int[] largest =
        order.stream().max(Comparator.comparingLong(batch -> padded(lengths, batch))).orElseThrow();
    report.context().checkCancelled();
    work.on(largest);
    Collections.shuffle(order, new Random(1));
    long begin = report.nanos();
    machineLoad();
    double ours = processorSeconds();
    long tokens = 0;
    for (int i = 0; i < order.size() && (i < 2 || seconds(begin) < SECONDS); i++) {
      report.context().checkCancelled();
      work.on(order.get(i));
      tokens += padded(lengths, order.get(i));
    }
    double took = seconds(begin);
    wall += took;
    ours = processorSeconds() - ours;
    others += Math.max(0, machineLoad() * PROCESSORS * took - ours);
    return took / tokens;
  }

  /// Share of the processors for its threads that others left free so far, above 0 to 1.
  double share(int threads) {
    return wall == 0 ? 1 : Math.clamp((PROCESSORS * wall - others) / (wall * threads), 0.01, 1);
  }

  static long padded(int[] lengths, List<int[]> batches) {
    return batches.stream().mapToLong(batch -> padded(lengths, batch)).sum();
  }

  private static long padded(int[] lengths, int[] batch) {
    return (long) batch.length * Arrays.stream(batch).map(i -> lengths[i]).max().orElse(0);
  }

  private double seconds(long begin) {
    return (report.nanos() - begin) / 1e9;
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /// Of all programs since it was last asked for, 0 to 1; 0 where it is not known.
  private static double machineLoad() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, system.getCpuLoad())
        : 0;
  }
}
