/// The arithmetic of an honest evaluation: pure functions of predictions, equal to the reference to
/// 1e-9.
@NullMarked
package org.shilpi.evaluate;

import org.jspecify.annotations.NullMarked;
