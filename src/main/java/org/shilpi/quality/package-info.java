/// What is wrong with a data set, told with examples and a way to mend it: plain arithmetic on
/// texts and labels.
@NullMarked
package org.shilpi.quality;

import org.jspecify.annotations.NullMarked;
