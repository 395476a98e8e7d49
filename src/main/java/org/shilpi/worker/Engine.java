package org.shilpi.worker;

import org.shilpi.deploy.Exporter;
import org.shilpi.quality.Surveyor;
import org.shilpi.train.Forecaster;
import org.shilpi.train.Scorer;
import org.shilpi.train.Trainer;

/// Who does a worker's work, in its own process.
public record Engine(
    Trainer trainer, Scorer scorer, Forecaster forecaster, Exporter exporter, Surveyor surveyor) {}
