/// How the labeled texts are dealt into training, validation and test, and by which rule.
@NullMarked
package org.shilpi.ui.data.splits;

import org.jspecify.annotations.NullMarked;
