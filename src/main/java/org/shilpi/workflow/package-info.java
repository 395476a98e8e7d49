/// The verbs of the product, the same for window and command line.
///
/// An import that was cut off (killed, or the power failed) can go on. What is kept for that is
/// only its order and the labels that the project had, as JSON in a setting that is there while it
/// goes on; its rows lie behind the mark up to which rows count (see `store`), seen by nobody.
/// Going on is the same import once more over the same files, but a row that is there already is
/// compared (its file's SHA-256, its number and its text's key) instead of written. So counts,
/// labels and duplicates come out as in an undisturbed import, by the same code, and any difference
/// is found and refused rather than mixed in. Turned down: keeping a place in the file for each
/// format (none of the readers can start in the middle, and quoted cells, threads of mails and
/// templates of logs need what came before), and starting anew without saying so.
@NullMarked
package org.shilpi.workflow;

import org.jspecify.annotations.NullMarked;
