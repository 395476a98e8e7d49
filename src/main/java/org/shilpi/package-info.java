/// The doors of the house: `Main` decides between command line and window; `Workbench` wires
/// everything.
@NullMarked
package org.shilpi;

import org.jspecify.annotations.NullMarked;
