/// Examples, data sets frozen into fingerprinted snapshots, and the readers that bring texts in,
/// one class a format.
@NullMarked
package org.shilpi.data;

import org.jspecify.annotations.NullMarked;
