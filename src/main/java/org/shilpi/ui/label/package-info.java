/// Labeling, one text and one key at a time.
///
/// What the analyst asks for is taken in turn: each wish is bound to the text that was on the
/// screen when the key went down, written by a job, and only then is the next text read and shown.
/// So a label can neither be lost nor land on a text that nobody saw, however slow the disk is.
@NullMarked
package org.shilpi.ui.label;

import org.jspecify.annotations.NullMarked;
