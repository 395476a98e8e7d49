/// Records of JSON files, whatever they mean: one a line, or in a list. A list may be of any
/// length, so it is never held whole.
@NullMarked
package org.shilpi.data.json;

import org.jspecify.annotations.NullMarked;
