/// Formats of labeling tools and of published data sets: they say themselves what is text and what
/// is label.
///
/// Where marks are counted in characters, tools differ: those written in Python (spaCy, doccano,
/// Presidio) count code points, Label Studio counts UTF-16 code units as JavaScript does. Each
/// format's class says which.
@NullMarked
package org.shilpi.data.labeled;

import org.jspecify.annotations.NullMarked;
