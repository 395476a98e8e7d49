/// Excel workbooks (ECMA-376, SpreadsheetML), read row by row straight from their XML.
///
/// A workbook is a zip of XML files from anybody: nothing outside is ever opened, and what unpacks
/// to far more than it holds, or names more texts than memory has room for, is refused. A library
/// was turned down: the light ones keep the whole file or all of a sheet's strings without a limit,
/// and what a table needs of the format are four small files and one long one.
@NullMarked
package org.shilpi.data.xlsx;

import org.jspecify.annotations.NullMarked;
