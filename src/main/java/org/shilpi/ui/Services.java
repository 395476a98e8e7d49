package org.shilpi.ui;

import java.nio.file.Path;
import java.time.Clock;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Documents;
import org.shilpi.job.JobRunner;
import org.shilpi.quality.Surveyor;
import org.shilpi.settings.AppFolders;
import org.shilpi.train.Forecaster;
import org.shilpi.train.Scorer;
import org.shilpi.train.Trainer;

/// What the window works with, wired once by the workbench.
///
/// @param jobs how long work is started
/// @param sampleData the folder of sample projects; need not exist
public record Services(
    Catalogue catalogue,
    Trainer trainer,
    Forecaster forecaster,
    Scorer scorer,
    Surveyor surveyor,
    Documents documents,
    JobRunner jobs,
    AppFolders folders,
    Clock clock,
    Path sampleData) {}
