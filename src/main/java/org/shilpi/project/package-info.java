/// A project is a folder on disk with one lock, one database and its runs.
@NullMarked
package org.shilpi.project;

import org.jspecify.annotations.NullMarked;
