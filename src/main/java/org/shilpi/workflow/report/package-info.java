/// The parts of the evaluation report, each drawn from numbers alone as escaped HTML and SVG.
///
/// Decisions: elements are built as a tree ([org.shilpi.workflow.report.Element]), since labels and
/// file names come from users and a forgotten escape in a text template would be a hole; charts are
/// plain SVG without scripts, since a report is opened from mail and printed; words come through
/// [org.shilpi.workflow.report.Words], since the verbs know no language.
@NullMarked
package org.shilpi.workflow.report;

import org.jspecify.annotations.NullMarked;
