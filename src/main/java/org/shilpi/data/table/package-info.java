/// Tables: rows of cells, whose columns the user maps.
@NullMarked
package org.shilpi.data.table;

import org.jspecify.annotations.NullMarked;
