/// The verbs of the product, the same for window and command line.
@NullMarked
package org.shilpi.workflow;

import org.jspecify.annotations.NullMarked;
