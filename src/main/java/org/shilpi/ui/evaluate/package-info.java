/// The Evaluate page: can the model be trusted, and where not.
@NullMarked
package org.shilpi.ui.evaluate;

import org.jspecify.annotations.NullMarked;
