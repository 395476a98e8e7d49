package org.shilpi.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.shilpi.job.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A worker as its parent holds it: messages come out, a cancel goes in. Closing it ends the
/// process, by force if it has not ended by itself.
///
/// @param <M> what the worker tells
final class WorkerProcess<M> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int MOST_SECONDS_TO_DIE = 5;

  private final Process process;
  private final Function<String, Optional<M>> wire;
  private final BlockingQueue<M> messages;
  private final Thread reader;
  private final Thread log;

  /// Starts the process and sends the request.
  ///
  /// @param folder where its log `worker.log` and a crash report go
  /// @throws Problem if there is no Java to start it with, or the system refuses
  static WorkerProcess<Message> of(WorkerCommand command, Path folder, Request request) {
    var worker = new WorkerProcess<>(command, folder, Wire::message, Integer.MAX_VALUE);
    worker.send(Wire.line(request));
    return worker;
  }

  /// Starts the process.
  ///
  /// @param wire what a line says, empty if it is no message
  /// @param ahead how many messages may wait; the worker waits when there are more
  WorkerProcess(WorkerCommand command, Path folder, Function<String, Optional<M>> wire, int ahead) {
    this.wire = wire;
    this.messages = new LinkedBlockingQueue<>(ahead);
    try {
      process = command.in(folder).start();
    } catch (IOException e) {
      throw Problem.causedBy(e, "problem.worker.start", String.valueOf(e.getMessage()));
    }
    reader = Thread.ofPlatform().daemon().name("worker messages").start(this::listen);
    log =
        Thread.ofPlatform()
            .daemon()
            .name("worker log")
            .start(() -> WorkerLog.pump(process.getErrorStream(), folder.resolve("worker.log")));
  }

  /// The next message, if one comes in time.
  Optional<M> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(messages.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  /// Whether no message can come any more.
  boolean finished() {
    return !reader.isAlive() && messages.isEmpty();
  }

  void cancel() {
    send(Wire.CANCEL);
  }

  /// The exit status, if the process ends in time.
  Optional<Integer> exit(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroyForcibly();
    }
    reader.interrupt(); // it may wait for somebody to take a message
    try {
      // Its files are free only when it is gone.
      process.waitFor(MOST_SECONDS_TO_DIE, TimeUnit.SECONDS);
      log.join(Duration.ofSeconds(MOST_SECONDS_TO_DIE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (var lines = new LineReader(process.getInputStream(), Wire.LONGEST)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        var message = wire.apply(line);
        if (message.isPresent()) {
          messages.put(message.get());
        }
      }
    } catch (IOException e) {
      LOG.debug("the worker's output ended: its exit status tells why", e);
    } catch (InterruptedException e) {
      LOG.debug("nobody listens to the worker any more", e);
    }
  }

  void send(String line) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      LOG.debug("the worker listens no more: its exit status tells why", e);
    }
  }
}
