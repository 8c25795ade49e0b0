package dev.fanlight.relay.socket;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Timers of one socket, which end with it. Holds only pending timers. Event loop only. */
final class SocketTimers {

    private final EventExecutor loop;
    private final List<Future<?>> pending = new ArrayList<>(4);
    private boolean ended;

    SocketTimers(EventExecutor loop) {
        this.loop = loop;
    }

    /** Runs {@code action} once. */
    void after(Duration delay, Runnable action) {
        if (!ended) {
            keep(loop.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Runs {@code action} periodically. */
    void every(Duration interval, Runnable action) {
        long millis = interval.toMillis();
        if (!ended) {
            keep(loop.scheduleAtFixedRate(action, millis, millis, TimeUnit.MILLISECONDS));
        }
    }

    /** Number of pending timers. */
    int pending() {
        return pending.size();
    }

    /** Cancels all timers, because the socket is closed. */
    void end() {
        ended = true;
        List.copyOf(pending).forEach(timer -> timer.cancel(false));
    }

    private void keep(Future<?> timer) {
        pending.add(timer);
        timer.addListener(done -> pending.remove(timer));
    }
}
