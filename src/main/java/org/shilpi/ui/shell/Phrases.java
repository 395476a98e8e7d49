package org.shilpi.ui.shell;

import java.time.Duration;
import java.util.Locale;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.Run;

/// Small things said the same way on every page.
public final class Phrases {
  private static final double MEGA = 1_000_000;
  private static final double GIGA = 1_000_000_000;

  private Phrases() {}

  /// Cause and cure of a failure; what nobody foresaw is named too, and its details are in the log.
  public static String failure(Messages words, Throwable cause) {
    if (cause instanceof Problem problem) {
      return words.explain(problem);
    }
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return words.of("window.unforeseen", message == null ? name : name + ": " + message);
  }

  /// What a text is for.
  public static String part(Messages words, Split split) {
    return words.of(
        switch (split) {
          case NONE -> "window.data.part.none";
          case TRAIN -> "window.data.part.train";
          case VALIDATION -> "window.data.part.validation";
          case TEST -> "window.data.part.test";
        });
  }

  /// A run by its number and its method.
  public static String run(Messages words, Run run) {
    return words.of(
        "window.train.run", Long.toString(run.id()), method(words, run.spec().method()));
  }

  public static String method(Messages words, Method method) {
    return words.of(
        switch (method) {
          case QUICK -> "window.train.quick";
          case BALANCED -> "window.train.balanced";
          case THOROUGH -> "window.train.thorough";
        });
  }

  /// What a job is doing.
  public static String doing(Messages words, Progress progress) {
    return words.of(progress.key(), progress.arguments().toArray());
  }

  /// The time a job still needs, empty where it cannot be told.
  public static String timeLeft(Messages words, Progress progress) {
    return progress
        .timeLeft()
        .map(left -> words.of("window.time.left", duration(words, left)))
        .orElse("");
  }

  /// "9 s", "38 min", "3 h 10".
  public static String duration(Messages words, Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 90) {
      return words.of("window.time.seconds", Long.toString(seconds));
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 90) {
      return words.of("window.time.minutes", Long.toString(minutes));
    }
    return words.of(
        "window.time.hours",
        Long.toString(minutes / 60),
        String.format(Locale.ENGLISH, "%02d", minutes % 60));
  }

  /// "91 MB", "1.4 GB"; powers of ten, as file managers count.
  public static String bytes(double bytes) {
    if (bytes < 999.5 * MEGA) {
      double mega = bytes / MEGA;
      return String.format(Locale.ENGLISH, mega < 9.95 ? "%.1f MB" : "%.0f MB", mega);
    }
    double giga = bytes / GIGA;
    return String.format(Locale.ENGLISH, giga < 99.5 ? "%.1f GB" : "%.0f GB", giga);
  }

  /// "8.1": gigabytes for sentences that name the unit.
  public static String giga(double bytes) {
    double giga = bytes / GIGA;
    return String.format(Locale.ENGLISH, giga < 99.5 ? "%.1f" : "%.0f", giga);
  }

  /// "91.8 %".
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
  }
}
