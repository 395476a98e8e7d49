/// Label sets and the append-only history of what was decided for each text.
@NullMarked
package org.shilpi.label;

import org.jspecify.annotations.NullMarked;
