package dev.fanlight.relay.bench.crowd;

import dev.fanlight.runtime.MediaClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The viewers of one event loop. All fields belong to that loop. */
final class CrowdLoop {

    /** A prime, in ms: turns of viewers who join one after the other are far apart. */
    private static final long TURN = 617;

    private final EventLoop executor;
    private final MediaClock clock;
    private final ClockShift shift;
    private final Set<SyntheticViewer> viewers = new HashSet<>(); // event loop only
    private Tally tally = new Tally(); // event loop only
    private long turn; // event loop only

    CrowdLoop(EventLoop executor, MediaClock clock, ClockShift shift) {
        this.executor = executor;
        this.clock = clock;
        this.shift = shift;
    }

    EventLoop executor() {
        return executor;
    }

    /** Our clock, µs. */
    long micros() {
        return clock.micros();
    }

    /** A time of our clock on the clock that stamps the pictures. */
    long onCaptureClock(long ours) {
        return ours + shift.micros();
    }

    Tally tally() {
        return tally;
    }

    /** When the next viewer has its first turn, ms; to be taken modulo the time between turns. */
    long nextTurn() {
        turn += TURN;
        return turn;
    }

    void add(SyntheticViewer viewer) {
        viewers.add(viewer);
    }

    void remove(SyntheticViewer viewer) {
        viewers.remove(viewer);
    }

    /** Ends a window and begins the next; any thread. */
    Future<Tally> nextWindow() {
        return executor.submit(() -> {
            viewers.forEach(SyntheticViewer::lookBack);
            Tally ended = tally;
            tally = new Tally();
            return ended;
        });
    }

    /** Sends all home; any thread. */
    Future<?> leave() {
        return executor.submit(() -> List.copyOf(viewers).forEach(SyntheticViewer::leave));
    }
}
