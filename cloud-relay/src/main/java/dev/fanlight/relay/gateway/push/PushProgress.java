package dev.fanlight.relay.gateway.push;

import dev.fanlight.runtime.MediaClock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How far a push is, for itself and for the owner. Changed on its event loop, read on any thread. */
final class PushProgress {

    private final MediaClock clock;
    private final LongAdder bytes = new LongAdder();
    private volatile Step step;

    /**
     * Where it is.
     *
     * @param sinceMillis ms since 1970
     * @param problem of the last attempt
     */
    private record Step(PushState state, long sinceMillis, Optional<String> problem) {}

    PushProgress(MediaClock clock) {
        this.clock = clock;
        this.step = new Step(PushState.WAITING, nowMillis(), Optional.empty());
    }

    PushState state() {
        return step.state();
    }

    long sinceMillis() {
        return step.sinceMillis();
    }

    Optional<String> problem() {
        return step.problem();
    }

    long bytes() {
        return bytes.sum();
    }

    /** Goes on. A problem is over when the target takes the stream, or when nothing is to be sent. */
    void enter(PushState next) {
        boolean over = next == PushState.LIVE || next == PushState.PAUSED;
        enter(next, over ? Optional.empty() : problem());
    }

    /** Notes a failure. */
    void failed(String problem) {
        enter(PushState.FAILED, Optional.of(problem));
    }

    /** Notes what will make the next attempt fail. */
    void foresee(String problem) {
        step = new Step(step.state(), step.sinceMillis(), Optional.of(problem));
    }

    /** Counts what was sent. */
    void sent(int count) {
        bytes.add(count);
    }

    private void enter(PushState next, Optional<String> problem) {
        boolean stays = next == step.state();
        step = new Step(next, stays ? step.sinceMillis() : nowMillis(), problem);
    }

    private long nowMillis() {
        return TimeUnit.MICROSECONDS.toMillis(clock.micros());
    }
}
