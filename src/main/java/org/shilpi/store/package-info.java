/// The only room that speaks SQL: the project's H2 database, its migrations, and one store per
/// noun.
@NullMarked
package org.shilpi.store;

import org.jspecify.annotations.NullMarked;
