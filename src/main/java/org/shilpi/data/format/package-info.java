/// The list of all formats.
@NullMarked
package org.shilpi.data.format;

import org.jspecify.annotations.NullMarked;
