/// The walls of the house: rules that hold between packages, each with one deliberately bad
/// fixture.
@NullMarked
package org.shilpi.architecture;

import org.jspecify.annotations.NullMarked;
