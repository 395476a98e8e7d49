package org.shilpi.workflow;

import java.util.List;

/// What an import did.
///
/// @param imported texts that came in
/// @param rejected rows turned away; all are kept with the project and can be exported
/// @param duplicates texts of which an equal one was there already: they came in all the same, or
///   stayed out where [org.shilpi.data.Known#LEAVE_OUT] was ordered
/// @param labels labels that this file brought for the first time
public record ImportReport(long imported, long rejected, long duplicates, List<String> labels) {}
