/// What a training is: its specification, its events, its runs, and the plain baselines beside it.
/// Nothing native.
@NullMarked
package org.shilpi.train;

import org.jspecify.annotations.NullMarked;
