package dev.fanlight.relay.socket;

import dev.fanlight.runtime.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Timers of one socket, which end with it. A timer that comes late, because the process was stopped or starved, lets the loop read its
 * sockets first: what the peer sent in time lies there, and is heard before the timer judges its silence. Holds only pending timers. Event
 * loop only.
 */
final class SocketTimers {

    private final EventExecutor loop;
    private final NanoClock clock;
    private final List<Future<?>> pending = new ArrayList<>(4);
    private boolean ended;

    SocketTimers(EventExecutor loop, NanoClock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    /** Runs {@code action} once. */
    void after(Duration delay, Runnable action) {
        long due = clock.nanoTime() + delay.toNanos();
        schedule(delay, () -> onTime(due, action));
    }

    /** Runs {@code action} periodically, with {@code interval} between two runs. */
    void every(Duration interval, Runnable action) {
        after(interval, () -> {
            every(interval, action);
            action.run();
        });
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

    private void onTime(long due, Runnable action) {
        if (LateTimer.isLate(due, clock.nanoTime())) {
            schedule(LateTimer.GRACE, action);
        } else {
            action.run();
        }
    }

    private void schedule(Duration delay, Runnable task) {
        if (ended) {
            return;
        }
        Future<?> timer = loop.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        pending.add(timer);
        timer.addListener(done -> pending.remove(timer));
    }
}
