/// Base models as Hugging Face folders: reading, checking, importing, and the built-in one.
@NullMarked
package org.shilpi.basemodel;

import org.jspecify.annotations.NullMarked;
