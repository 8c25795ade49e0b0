package dev.fanlight.relay.child;

import dev.fanlight.testing.Await;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps what a child says. */
final class RecordedChild implements ChildListener {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AtomicInteger drained = new AtomicInteger();
    private volatile @Nullable ChildEnd end;

    @Override
    public synchronized void output(byte[] bytes) {
        output.writeBytes(bytes);
    }

    @Override
    public void drained() {
        drained.incrementAndGet();
    }

    @Override
    public void ended(ChildEnd reason) {
        end = reason;
    }

    synchronized byte[] bytes() {
        return output.toByteArray();
    }

    synchronized int size() {
        return output.size();
    }

    int drainedCount() {
        return drained.get();
    }

    ChildEnd end() {
        Await.until("the end of a child", () -> end != null);
        return end;
    }
}
