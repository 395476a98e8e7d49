package org.shilpi.ui.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shilpi.data.Known;
import org.shilpi.job.Problem;
import org.shilpi.workflow.ImportOrder;
import org.shilpi.workflow.ImportReport;
import org.shilpi.workflow.ImportSummary;

/// What an import did, for the sentence above the texts.
///
/// @param duplicates texts that were there already
/// @param leftOut whether those stayed out
/// @param refused files of which nothing came in, with the reason
record ImportResult(
    String file,
    long imported,
    long rejected,
    long duplicates,
    boolean leftOut,
    int newLabels,
    Map<String, Problem> refused) {
  static ImportResult of(ImportOrder order, ImportSummary summary) {
    ImportReport total = summary.total();
    Map<String, Problem> refused = new LinkedHashMap<>();
    summary.refused().forEach(file -> refused.put(file.name(), file.why()));
    return new ImportResult(
        String.valueOf(order.paths().getFirst().getFileName()),
        total.imported(),
        total.rejected(),
        total.duplicates(),
        order.known() == Known.LEAVE_OUT,
        total.labels().size(),
        refused);
  }
}
