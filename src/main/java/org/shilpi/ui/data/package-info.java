/// The page of data: looking into a file, mapping its columns, bringing its texts in, and what is
/// in.
@NullMarked
package org.shilpi.ui.data;

import org.jspecify.annotations.NullMarked;
