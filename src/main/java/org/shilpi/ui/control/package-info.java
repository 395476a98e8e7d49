/// The pieces every page is built from. They take words that are already translated, know nothing
/// of projects, and get every colour from the style sheets.
@NullMarked
package org.shilpi.ui.control;

import org.jspecify.annotations.NullMarked;
