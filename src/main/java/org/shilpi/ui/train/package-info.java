/// The Train page: choose how deep, watch it learn, read how it ended.
@NullMarked
package org.shilpi.ui.train;

import org.jspecify.annotations.NullMarked;
