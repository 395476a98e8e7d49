/// Long work: a job reports progress, can be cancelled, and ends in exactly one sealed outcome.
@NullMarked
package org.shilpi.job;

import org.jspecify.annotations.NullMarked;
