/// The only room that speaks to DJL: programs in TorchScript, weights, optimizer, trainer and
/// scorer.
@NullMarked
package org.shilpi.djl;

import org.jspecify.annotations.NullMarked;
