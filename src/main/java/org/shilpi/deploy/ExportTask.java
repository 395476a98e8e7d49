package org.shilpi.deploy;

import java.nio.file.Path;

/// What an exporter is handed. All paths are absolute.
///
/// @param run a finished run's folder (holds `model/`)
/// @param baseModel the Hugging Face folder that the run learned from
/// @param format what to write
/// @param folder where to write it: there, and empty
public record ExportTask(Path run, Path baseModel, ExportFormat format, Path folder) {}
