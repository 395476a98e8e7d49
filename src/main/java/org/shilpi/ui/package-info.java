/// The window.
@NullMarked
package org.shilpi.ui;

import org.jspecify.annotations.NullMarked;
