package org.shilpi.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilpi.data.DocumentOpener;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;

/// Does with a document whatever its name says.
final class BreakableOpener implements DocumentOpener {
  static final String LONG = "क😀 \u0000\"\n".repeat(100_000);

  public static void main(String[] arguments) {
    System.exit(DocumentWorker.run(System.in, System.out, new BreakableOpener()));
  }

  static WorkerCommand command(java.nio.file.Path folder) {
    WorkerCommand real = WorkerCommand.forDocuments(folder);
    return new WorkerCommand(
        real.java(), real.flags(), List.of(BreakableOpener.class.getName()), Map.of());
  }

  @Override
  public void open(DocumentRequest request, Rows rows) {
    String act = String.valueOf(request.file().getFileName());
    rows.take(text(1, act), 0.5);
    switch (act) {
      case "hangs" -> hang();
      case "crashes" -> Runtime.getRuntime().halt(134);
      case "eats" -> eat();
      case "recurses" -> recurse(1);
      case "prints" -> System.out.println("@shilpi-worker-1 hello");
      case "long" -> rows.take(text(2, LONG), 0.5);
      case "refuses" -> rows.take(new Rejected(2, "raw", Reason.of("rejected.nesting", "6")), 0.5);
      default -> {}
    }
    if (act.equals("many")) {
      for (int i = 2; i <= 2_000; i++) {
        rows.take(text(i, "x".repeat(10_000)), 0.5);
      }
    }
  }

  private static Row text(long number, String text) {
    return new Row.Text(
        number, text, Judgement.NONE, new Origin(Map.of("process", pid(), Origin.TITLE, "शीर्षक")));
  }

  private static String pid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static void hang() {
    while (true) {
      java.util.concurrent.locks.LockSupport.park();
    }
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (!eaten.contains(new byte[0])) {
      eaten.add(new byte[50_000_000]);
    }
  }

  private static long recurse(long depth) {
    return depth < 0 ? 0 : depth + recurse(depth + 1) % 7;
  }
}
