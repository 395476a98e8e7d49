/// Parquet files (github.com/apache/parquet-format, 2.x) as tables, row by row.
///
/// Nobody who wrote the file is trusted: sizes and counts are kept against the file's own size and
/// fixed limits before anything is allocated, checksums are checked where there are any, other
/// files that a file names are never opened, and memory holds one page a column. Libraries were
/// turned down: parquet-java brings Hadoop along; hardwood-core, light and alive, allocates what a
/// page's header asks for, in threads of its own, and unpacks even Snappy, which most files use,
/// with native code in the very process that holds the project. What a table needs of the format is
/// a footer, seven encodings and four ways of packing.
///
/// What nests becomes columns as far as it can: fields of a structure by their path
/// (`author.name`), a list of plain values as one cell. Lists in lists are left out.
@NullMarked
package org.shilpi.data.parquet;

import org.jspecify.annotations.NullMarked;
