/// The page of base models: what each is, whether it fits this machine, choosing one, importing
/// one.
@NullMarked
package org.shilpi.ui.basemodel;

import org.jspecify.annotations.NullMarked;
