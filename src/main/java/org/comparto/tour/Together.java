package org.comparto.tour;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Pieces of work that do not depend on each other, begun in their order on two threads. */
final class Together {

  private Together() {}

  /** Comes back when all are done. @param work is given the numbers below {@code count} */
  static void run(int count, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Runnable worker = () -> {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        work.accept(i);
      }
    };
    if (count < 2) {
      worker.run();
      return;
    }
    // a thread of its own: the common ones may be busy for long, and whoever asks would wait for them
    FutureTask<Void> other = new FutureTask<>(worker, null);
    Thread thread = new Thread(other, "tour-worker");
    thread.setDaemon(true);
    thread.start();
    try {
      worker.run();
    } finally {
      join(other);
    }
  }

  private static void join(FutureTask<Void> other) {
    try {
      other.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
