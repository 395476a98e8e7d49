package org.shilpi.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.shilpi.job.Problem;

/// The words a user sees, by key, in one language. Places are filled as [MessageFormat] does.
public final class Messages {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param language `en` or `hi`; anything else is served in English
  public Messages(String language) {
    this.locale = Locale.of("hi".equals(language) ? "hi" : "en", "IN");
    this.bundle = ResourceBundle.getBundle("org.shilpi.text.messages", locale, NO_FALLBACK);
  }

  /// Western digits in both languages, as in the data.
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
  }

  /// The sentence for a problem: its cause and its cure.
  public String explain(Problem problem) {
    return of(problem.key(), problem.arguments().toArray());
  }

  public Locale locale() {
    return locale;
  }
}
