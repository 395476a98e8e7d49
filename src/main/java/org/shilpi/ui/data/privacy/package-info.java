/// What the texts give away about people: the gate that training waits at, hiding, and looking
/// through what is uncertain.
@NullMarked
package org.shilpi.ui.data.privacy;

import org.jspecify.annotations.NullMarked;
