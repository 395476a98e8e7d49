/// Home: the projects, the samples, and what this machine has.
@NullMarked
package org.shilpi.ui.home;

import org.jspecify.annotations.NullMarked;
