package org.shilpi.workflow;

import org.shilpi.quality.Mend;

/// Something that was done about a finding.
///
/// @param mending its number, for [MendData#undo]
/// @param texts how many texts it changed
public record Mended(long mending, Mend verb, long texts) {}
