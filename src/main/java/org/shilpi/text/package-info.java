/// Every word a user sees, in English and Hindi.
@NullMarked
package org.shilpi.text;

import org.jspecify.annotations.NullMarked;
