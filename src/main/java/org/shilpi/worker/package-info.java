/// A run in a Java process of its own: launch, line protocol, heartbeat, recovery.
///
/// The parent starts the same jars as `Main worker` and writes one [Request] to the worker's
/// standard input, later perhaps the word `cancel`. The worker answers on its standard output with
/// [Message]s, one a line. What is big (texts, scores) travels in files of a temporary folder.
///
/// Native libraries print to the same descriptor as the protocol, and Java cannot redirect them. So
/// every message is one write that begins with a line end and a mark, and the reader skips whatever
/// lacks the mark. Sockets were turned down: they would be the only open ports of an application
/// that promises to keep everything on the machine.
///
/// The end of the worker's input means that its parent is gone: it cancels, writes its checkpoint,
/// and ends by force if that takes too long. So no orphan keeps a machine busy.
@NullMarked
package org.shilpi.worker;

import org.jspecify.annotations.NullMarked;
