package dev.fanlight.relay.audit;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.log.Reported;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Writes the audit log on a thread of its own, in the order in which things happened. What the store refuses is tried again until it takes
 * it. Thread safe.
 */
public final class AuditWriter implements AuditLog, AutoCloseable {

    /** Most entries that wait; further ones are lost, which the relay’s own log says. */
    public static final int CAPACITY = 1_024;

    /** Time between two attempts to write what the store refused. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    /** Empty: the log is to end. */
    private final BlockingQueue<Optional<Dated>> waiting = new ArrayBlockingQueue<>(CAPACITY);

    private final Consumer<List<Dated>> store;
    private final BooleanSupplier rest;
    private final Clock clock;
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closing;
    private final ErrorLog errors;
    private final LoopRunner runner;

    /**
     * Writes into {@code store}, which may block.
     *
     * @param rest stores what the store has refused of other things, before each batch and until it returns true; may block, does not throw
     */
    public AuditWriter(Consumer<List<Dated>> store, BooleanSupplier rest, Clock clock, ErrorLog errors) {
        this.store = store;
        this.rest = rest;
        this.clock = clock;
        this.errors = errors;
        this.runner = LoopRunner.start(new WriteLoop(), e -> errors.fatal("The audit log’s writer has ended", e));
    }

    @Override
    public void record(Entry entry) {
        if (!waiting.offer(Optional.of(new Dated(clock.millis(), entry)))) {
            errors.warn("More happened than the audit log can take");
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** Has {@code listener} receive every entry from now on, on the thread that records it, where it must not block. */
    public void onRecord(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** Writes what waits, then ends; within 4 s. An interrupt in the middle of a write would lose what is being written. */
    @Override
    public void close() {
        closing = true;
        // Where there is no room for it, the writer is not waiting for anything either.
        boolean unused = waiting.offer(Optional.empty());
        runner.awaitEnd(CLOSE_LIMIT);
        runner.close(RETRY);
    }

    private final class WriteLoop implements Loop {

        /** What is not written yet, the oldest first; at most {@link #CAPACITY}. */
        private final List<Dated> batch = new ArrayList<>();

        private boolean restWaits;

        @Override
        public boolean doWork() throws InterruptedException {
            if (batch.isEmpty() && !restWaits) {
                waiting.take().ifPresent(batch::add);
            } else {
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
            List<Optional<Dated>> more = new ArrayList<>();
            waiting.drainTo(more, CAPACITY - batch.size());
            more.forEach(next -> next.ifPresent(batch::add));
            restWaits = !rest.getAsBoolean();
            boolean ending = closing && waiting.isEmpty();
            write();
            return !ending;
        }

        private void write() {
            if (batch.isEmpty()) {
                return;
            }
            try {
                store.accept(List.copyOf(batch));
                batch.clear();
            } catch (RuntimeException e) {
                errors.failure("The audit log could not be written", e);
                if (!(e instanceof Reported)) {
                    batch.clear();
                }
            }
        }

        @Override
        public void onClose() {
            if (!batch.isEmpty()) {
                errors.warn("The end of the audit log could not be written");
            }
        }

        @Override
        public String roleName() {
            return "audit-writer";
        }
    }
}
