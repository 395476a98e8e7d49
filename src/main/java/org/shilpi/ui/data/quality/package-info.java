/// What is wrong with a project's texts: the findings, their texts, and mending that can be undone.
@NullMarked
package org.shilpi.ui.data.quality;

import org.jspecify.annotations.NullMarked;
