package dev.fanlight.agent;

import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.media.SourceState;
import java.util.Optional;

/** Reports the camera’s state: to the relay in codes, to the listener in sentences. Capture thread only, but for notices. */
final class SourceReport implements SourceListener {

    private final SourceStates relay;
    private final AgentEvents events;

    SourceReport(SourceStates relay, AgentEvents events) {
        this.relay = relay;
        this.events = events;
    }

    @Override
    public void asleep() {
        relay.source(SourceState.ASLEEP, Optional.empty());
        events.asleep();
    }

    @Override
    public void starting() {
        relay.source(SourceState.STARTING, Optional.empty());
        events.starting();
    }

    @Override
    public void live(String description) {
        relay.source(SourceState.LIVE, Optional.empty());
        events.capturing(description);
    }

    @Override
    public void notice(String sentence) {
        events.notice(sentence);
    }

    @Override
    public void failed(SourceException cause, boolean everLive) {
        relay.source(SourceState.FAILED, Optional.of(cause.problem().code()));
        events.cameraFailed(cause, everLive);
    }
}
