package dev.fanlight.relay.bench.crowd;

import dev.fanlight.relay.client.AckSchedule;
import dev.fanlight.relay.client.CaptureClockShift;
import dev.fanlight.runtime.MediaClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The viewers of one event loop. All fields belong to that loop. */
final class CrowdLoop {

    /** A prime, in ms: spreads the turns of viewers that join one after the other. */
    private static final long TURN_STEP = 617;

    private final EventLoop executor;
    private final MediaClock clock;
    private final CaptureClockShift shift;
    private final Set<SyntheticViewer> viewers = new HashSet<>(); // event loop only
    private Tally tally = new Tally(); // event loop only
    private long turn; // event loop only

    CrowdLoop(EventLoop executor, MediaClock clock, CaptureClockShift shift) {
        this.executor = executor;
        this.clock = clock;
        this.shift = shift;
    }

    EventLoop executor() {
        return executor;
    }

    /** The local clock, µs. */
    long micros() {
        return clock.micros();
    }

    /** Converts a time of the local clock to the capture clock. */
    long toCaptureClock(long local) {
        return local + shift.micros();
    }

    MediaClock clock() {
        return clock;
    }

    Tally tally() {
        return tally;
    }

    /** How long after admission the next viewer has its first turn, ms. */
    long nextTurn() {
        turn = (turn + TURN_STEP) % AckSchedule.TURN_MILLIS;
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
            viewers.forEach(SyntheticViewer::endWindow);
            Tally ended = tally;
            tally = new Tally();
            return ended;
        });
    }

    /** Disconnects all viewers; any thread. */
    Future<?> leave() {
        return executor.submit(() -> List.copyOf(viewers).forEach(SyntheticViewer::leave));
    }
}
