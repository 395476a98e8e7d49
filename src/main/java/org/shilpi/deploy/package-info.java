/// A trained model on its way out of the project: in which form, and who writes it.
///
/// Every form is a folder of its own that needs neither Shilpi nor the project: the network with
/// its weights, the tokenizer, and what the labels are called. Where a form is a graph, it gives
/// label scores (logits) for token ids, as the reference library's models do: whoever runs it
/// brings a tokenizer anyway, and probabilities are one step away.
@NullMarked
package org.shilpi.deploy;

import org.jspecify.annotations.NullMarked;
