package dev.fanlight.relay.socket;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is to be done for one socket later; ends with it. Keeps nothing of what has been done. Event loop only. */
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

    /** Runs {@code action} again and again. */
    void every(Duration interval, Runnable action) {
        long millis = interval.toMillis();
        if (!ended) {
            keep(loop.scheduleAtFixedRate(action, millis, millis, TimeUnit.MILLISECONDS));
        }
    }

    /** How much is still to be done. */
    int pending() {
        return pending.size();
    }

    /** The socket is closed: nothing is done any more. */
    void end() {
        ended = true;
        List.copyOf(pending).forEach(timer -> timer.cancel(false));
    }

    private void keep(Future<?> timer) {
        pending.add(timer);
        timer.addListener(done -> pending.remove(timer));
    }
}
