package org.shilpi.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;
import tools.jackson.databind.ObjectMapper;

/// Where a command speaks: results on standard output, progress on standard error, words in the
/// user's language.
///
/// As a [JobContext] it prints how far the work is: over and over in one line on a terminal, else a
/// line at every tenth.
final class Terminal implements JobContext {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final PrintStream err;
  private final Messages messages;
  private final boolean interactive;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private String shown = "";

  Terminal(PrintStream out, PrintStream err, Messages messages, boolean interactive) {
    this.out = out;
    this.err = err;
    this.messages = messages;
    this.interactive = interactive;
  }

  /// A line of the result, by message key.
  void say(String key, Object... arguments) {
    line(messages.of(key, arguments));
  }

  void line(String words) {
    endProgress();
    out.println(words);
  }

  /// A line beside the result, by message key.
  void note(String key, Object... arguments) {
    endProgress();
    err.println(messages.of(key, arguments));
  }

  /// The result for scripts: one JSON object, the last line of standard output.
  void json(Map<String, ?> object) {
    line(JSON.writeValueAsString(object));
  }

  Messages messages() {
    return messages;
  }

  void cancel() {
    cancelled.set(true);
  }

  @Override
  public boolean cancelled() {
    return cancelled.get();
  }

  @Override
  public synchronized void report(Progress progress) {
    String words = messages.of(progress.key(), progress.arguments().toArray());
    boolean known = !Double.isNaN(progress.fraction());
    if (interactive) {
      String left = progress.timeLeft().map(this::timeLeft).orElse("");
      String percent =
          known ? String.format(Locale.ROOT, "%3.0f %%  ", 100 * progress.fraction()) : "";
      err.print("\r\u001b[K" + percent + words + left);
      err.flush();
      shown = words;
      return;
    }
    String key = progress.key() + (known ? (int) (10 * progress.fraction()) : "");
    if (!key.equals(shown)) {
      shown = key;
      err.println(
          known
              ? String.format(Locale.ROOT, "%3.0f %%  %s", 100 * progress.fraction(), words)
              : words);
    }
  }

  private String timeLeft(Duration left) {
    return "  " + messages.of("cli.left", String.valueOf(Math.max(1, left.toSeconds())));
  }

  private synchronized void endProgress() {
    if (interactive && !shown.isEmpty()) {
      err.print("\r\u001b[K");
    }
    shown = "";
  }
}
