/// The command line, one class per command.
@NullMarked
package org.shilpi.cli;

import org.jspecify.annotations.NullMarked;
