package dev.fanlight.relay.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Pauses and resumes one stream as the store says, whichever reading of the store comes last: an older one than was applied before is
 * ignored. Thread safe.
 */
final class PauseSwitch {

    private final LiveStream stream;

    @GuardedBy("this")
    private long applied = Long.MIN_VALUE;

    PauseSwitch(LiveStream stream) {
        this.stream = stream;
    }

    LiveStream stream() {
        return stream;
    }

    synchronized void apply(PauseState state) {
        if (state.version() >= applied) {
            applied = state.version();
            stream.pause(state.isPaused());
        }
    }
}
