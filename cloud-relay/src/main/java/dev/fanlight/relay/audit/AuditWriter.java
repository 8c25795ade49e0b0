package dev.fanlight.relay.audit;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Writes the audit log on a thread of its own, in the order in which things happened. Thread safe. */
public final class AuditWriter implements AuditLog, AutoCloseable {

    /** Most entries that wait; further ones are lost, which the relay’s own log says. */
    public static final int CAPACITY = 1_024;

    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<List<Entry>> store;
    private final ErrorLog errors;
    private final LoopRunner runner;

    /** Writes into {@code store}, which may block. */
    public AuditWriter(Consumer<List<Entry>> store, ErrorLog errors) {
        this.store = store;
        this.errors = errors;
        this.runner = LoopRunner.start(new WriteLoop(), e -> errors.failure("The audit log’s writer has ended", e));
    }

    @Override
    public void record(Entry entry) {
        if (!waiting.offer(entry)) {
            errors.warn("More happened than the audit log can take");
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        runner.close();
    }

    private void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            store.accept(entries);
        } catch (RuntimeException e) {
            errors.failure("The audit log could not be written", e);
        }
    }

    private final class WriteLoop implements Loop {

        @Override
        public boolean doWork() throws InterruptedException {
            List<Entry> batch = new ArrayList<>();
            batch.add(waiting.take());
            waiting.drainTo(batch);
            write(batch);
            return true;
        }

        /** What happened before the end is still written. */
        @Override
        public void onClose() {
            boolean interrupted = Thread.interrupted();
            List<Entry> rest = new ArrayList<>();
            waiting.drainTo(rest);
            write(rest);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String roleName() {
            return "audit-writer";
        }
    }
}
