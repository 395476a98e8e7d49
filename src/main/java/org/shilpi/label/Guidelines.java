package org.shilpi.label;

import org.shilpi.job.Problem;

/// The project's own rules for labeling.
///
/// @param question what each text is asked, one line, at most [#LONGEST_QUESTION] characters; may
///   be empty
/// @param rules what belongs to which label, plain text of at most [#LONGEST_RULES] characters; may
///   be empty
public record Guidelines(String question, String rules) {
  public static final int LONGEST_QUESTION = 200;
  public static final int LONGEST_RULES = 50_000;

  /// A project for which nobody wrote any.
  public static final Guidelines NONE = new Guidelines("", "");

  public Guidelines {
    question = question.strip().replaceAll("\\s+", " ");
    rules = rules.strip();
    if (question.length() > LONGEST_QUESTION) {
      throw Problem.of("problem.label.long-question", Integer.toString(LONGEST_QUESTION));
    }
    if (rules.length() > LONGEST_RULES) {
      throw Problem.of("problem.label.long-rules", Integer.toString(LONGEST_RULES));
    }
  }

  public boolean empty() {
    return question.isEmpty() && rules.isEmpty();
  }
}
