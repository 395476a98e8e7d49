package org.shilpi.workflow;

import java.nio.file.Path;
import org.shilpi.deploy.ExportFormat;

/// What an export did.
///
/// @param bytes of all files
public record ExportReport(long run, ExportFormat format, Path folder, long bytes) {}
