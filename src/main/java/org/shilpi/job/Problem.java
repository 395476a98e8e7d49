package org.shilpi.job;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the user can mend: one sentence for the cause, one for the cure, both behind a message
/// key. Nothing was changed when it is thrown.
///
/// The key (always `problem.…`) is looked up by whoever shows it, in the user's language; the
/// exception's own message is for the log.
public final class Problem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  private Problem(String key, @Nullable Throwable cause, Object... arguments) {
    super(key + Arrays.toString(arguments), cause);
    if (!key.startsWith("problem.")) {
      throw new IllegalArgumentException("a problem's key must start with problem., was " + key);
    }
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public static Problem of(String key, Object... arguments) {
    return new Problem(key, null, arguments);
  }

  public static Problem causedBy(Throwable cause, String key, Object... arguments) {
    return new Problem(key, cause, arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
