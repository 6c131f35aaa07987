package org.comparto.eligible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the pieces that wait, several at once; other instances may do the same beside it. A piece is taken, computed and written in one
 * transaction: whoever dies leaves it as it was, to be taken by somebody else.
 */
@Component
class Computation {

  private static final Logger log = LoggerFactory.getLogger(Computation.class);

  /** Somebody who wants to know how far it is, and may end it by an exception. */
  interface Watcher {
    void done(long pieces);
  }

  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final Pieces pieces;
  private final PieceComputation computation;
  private final EligibleRows rows;
  private final EligibleSettings settings;

  Computation(PlatformTransactionManager transactions, Pieces pieces, PieceComputation computation, EligibleRows rows, EligibleSettings settings) {
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.pieces = pieces;
    this.computation = computation;
    this.rows = rows;
    this.settings = settings;
  }

  /**
   * Works until nothing waits, or whatever waits is taken by others.
   *
   * @param territory null for all
   * @param watcher told after every piece, by any of the threads
   * @return how many pieces were computed
   */
  long complete(@Nullable String territory, Watcher watcher) {
    AtomicLong done = new AtomicLong();
    Callable<Void> worker = () -> {
      while (!Thread.interrupted() && step(territory)) {
        watcher.done(done.incrementAndGet());
      }
      return null;
    };
    ExecutorService workers = Executors.newFixedThreadPool(settings.workers(), runnable -> new Thread(runnable, "eligible"));
    List<Future<Void>> running = new ArrayList<>();
    try {
      for (int i = 0; i < settings.workers(); i++) {
        running.add(workers.submit(worker));
      }
      for (Future<Void> one : running) {
        one.get();
      }
      return done.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      workers.shutdownNow();
    }
  }

  /** Whether there was a piece to compute. */
  private boolean step(@Nullable String territory) {
    Piece[] taken = new Piece[1];
    try {
      return Boolean.TRUE.equals(writing.execute(transaction -> {
        Optional<Piece> next = pieces.take(territory);
        next.ifPresent(piece -> {
          taken[0] = piece;
          compute(piece);
        });
        return next.isPresent();
      }));
    } catch (RuntimeException e) {
      if (taken[0] == null || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      log.error("Eligible areas of piece {} can not be computed; it is tried again in some minutes", taken[0].code(), e);
      writing.executeWithoutResult(transaction -> pieces.failed(taken[0], String.valueOf(e.getMessage())));
      return true;
    }
  }

  /** What is to be done is read before the data are: what comes meanwhile leaves the piece waiting. */
  private void compute(Piece piece) {
    List<Pieces.Work> work = pieces.work(piece);
    List<Row> found = reading.execute(snapshot -> computation.compute(piece));
    Set<String> technologies = work.stream().map(Pieces.Work::technology).collect(Collectors.toSet());
    rows.replace(piece, technologies, found);
    pieces.done(piece, work);
  }
}
