/// The only room that speaks SQL: the project's H2 database, its migrations, and one store per
/// noun.
///
/// An import of a million rows must come in whole or not at all, and quickly. In one transaction
/// every row is written several times (the row, its undo record, the row as committed): 200,000
/// rows took 21 seconds of processor and left 539 MB. So an import writes batches that are
/// committed one by one behind the last text that counts, and its last transaction moves that mark
/// (table `present`); whoever reads, reads up to the mark: 6 seconds and 30 MB for the same rows.
/// What lies behind the mark when a project is opened is what a killed process left: its import can
/// go on or be taken back. Tables of their own for rows on their way in were turned down (moving
/// them costs as much as writing them), and so was an index over the texts' keys (more than half of
/// the time; equal texts are counted in memory). A table that names texts reads no further than the
/// mark either, or it would keep numbers that the next import gives to other texts.
@NullMarked
package org.shilpi.store;

import org.jspecify.annotations.NullMarked;
