package dev.fanlight.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.media.SourceState;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Reports the camera’s state: to the relay in codes, to the listener in sentences. Thread safe. */
final class SourceReport implements SourceListener {

    private final SourceStates relay;
    private final AgentEvents events;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private SourceState state = SourceState.ASLEEP;

    @GuardedBy("lock")
    private boolean sending;

    /** {@code sending} is whether what the camera delivers is sent from the start on. */
    SourceReport(SourceStates relay, AgentEvents events, boolean sending) {
        this.relay = relay;
        this.events = events;
        this.sending = sending;
    }

    @Override
    public void asleep() {
        report(SourceState.ASLEEP, Optional.empty());
        events.asleep();
    }

    @Override
    public void starting() {
        report(SourceState.STARTING, Optional.empty());
        events.starting();
    }

    @Override
    public void live(String description) {
        report(SourceState.LIVE, Optional.empty());
        events.capturing(description);
    }

    @Override
    public void sending(boolean sends) {
        lock.lock();
        try {
            sending = sends;
            report(state, Optional.empty());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void notice(String sentence) {
        events.notice(sentence);
    }

    @Override
    public void failed(SourceException cause, boolean everLive) {
        report(SourceState.FAILED, Optional.of(cause.problem().code()));
        events.cameraFailed(cause, everLive);
    }

    private void report(SourceState now, Optional<String> detail) {
        lock.lock();
        try {
            state = now;
            boolean silent = now == SourceState.LIVE && !sending;
            relay.source(silent ? SourceState.ASLEEP : now, detail);
        } finally {
            lock.unlock();
        }
    }
}
