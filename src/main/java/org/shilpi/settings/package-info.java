/// What the user prefers, and the file that remembers it.
@NullMarked
package org.shilpi.settings;

import org.jspecify.annotations.NullMarked;
