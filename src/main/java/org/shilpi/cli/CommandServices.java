package org.shilpi.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Documents;
import org.shilpi.deploy.Exporter;
import org.shilpi.quality.Surveyor;
import org.shilpi.train.Forecaster;
import org.shilpi.train.Scorer;
import org.shilpi.train.Trainer;

/// What commands work with, wired once by the workbench.
///
/// @param sampleData the folder of sample projects
public record CommandServices(
    Catalogue catalogue,
    Trainer trainer,
    Forecaster forecaster,
    Scorer scorer,
    Exporter exporter,
    Documents documents,
    Surveyor surveyor,
    Clock clock,
    Path sampleData) {}
