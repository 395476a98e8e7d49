/// Log files: records of one or more lines, and the templates that they were written with.
///
/// Templates are mined as Drain does (He, Zhu, Zheng, Lyu: "Drain: An Online Log Parsing Approach
/// with Fixed Depth Tree", ICWS 2017): records of the same number of words that begin alike and
/// agree in enough words are one template, whose other words are parameters. It needs one pass, no
/// knowledge of the log, and memory for the templates alone. Unlike the paper, values are masked by
/// what they look like before anything is compared, and one setting serves all logs.
@NullMarked
package org.shilpi.data.log;

import org.jspecify.annotations.NullMarked;
