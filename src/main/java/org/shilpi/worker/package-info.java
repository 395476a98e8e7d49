/// A run in a Java process of its own: launch, line protocol, heartbeat, recovery.
@NullMarked
package org.shilpi.worker;

import org.jspecify.annotations.NullMarked;
