/// Texts out of documents and mails: PDF, Word, PowerPoint, OpenDocument, RTF, EPUB, HTML, XML,
/// EML, MSG, MBOX and archives of these.
///
/// Nothing in here trusts a file. It runs in a process of its own, which the worker room starts
/// with little memory and watches; it writes no file, opens no connection and follows no reference
/// out of a document: there is no entity, script, font or picture that it would fetch. Sizes and
/// depths are bounded by [Limits].
///
/// The libraries are the plain readers of one format each: jsoup (HTML, XML), mime4j's core (the
/// structure of mails), PDFBox, POI's core and scratchpad (the old binary formats of Office),
/// rtfparserkit; 11 MB together. The zipped XML formats are read here: their texts are a handful of
/// elements in a row, while poi-ooxml would bring schemas of 13 MB and hold whole documents in
/// memory. Apache Tika was turned down: its parsers come in modules of dozens of libraries, and
/// what matters for mail (threads, quotes, shown and real targets of links) it does not tell.
///
/// A mail's text is its subject, an empty line, and the words of its writer. What a reader sees is
/// what counts: of a mail that is both plain and HTML, the HTML is read, without what is hidden in
/// it, and with each link's real target in angle brackets where the words shown do not name it.
/// What a reader skips is left out: what is hidden (kept as a field), footers of mailing lists
/// (with the signature), menus of pages, and what every printed page repeats.
@NullMarked
package org.shilpi.document;

import org.jspecify.annotations.NullMarked;
