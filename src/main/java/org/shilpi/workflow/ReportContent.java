package org.shilpi.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingEvent;
import org.shilpi.workflow.report.Words;

/// What an evaluation report tells of.
///
/// @param language `en` or `hi`, the language of the words
/// @param project the project's name
/// @param run the run that was evaluated
/// @param trainTexts texts it learned from
/// @param validationTexts texts kept back while it learned
/// @param events what the run told while it learned, in order
/// @param evaluation its answers on texts it never saw
/// @param written when the report is written
/// @param zone the reader's time zone
/// @param version of this program
public record ReportContent(
    String language,
    String project,
    Run run,
    int trainTexts,
    int validationTexts,
    List<TrainingEvent> events,
    Evaluation evaluation,
    Instant written,
    ZoneId zone,
    String version,
    Words words) {
  public ReportContent {
    events = List.copyOf(events);
  }
}
