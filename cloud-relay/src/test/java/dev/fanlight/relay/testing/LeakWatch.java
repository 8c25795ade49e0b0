package dev.fanlight.relay.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Has Netty’s leak detector look at every buffer, not at a sample, and hears what it says. One at a time in a process. */
public final class LeakWatch extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("io.netty.util.ResourceLeakDetector");
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();

    public LeakWatch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        logger.addHandler(this);
    }

    /** Makes the detector look: it reports what was collected when the next buffers are made. */
    public List<String> leaks() {
        for (int round = 0; round < 3; round++) {
            System.gc();
            for (int i = 0; i < 200; i++) {
                ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(16);
                buffer.release();
            }
        }
        return leaks;
    }

    @Override
    public void publish(LogRecord logged) {
        leaks.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        ResourceLeakDetector.setLevel(before);
    }
}
