package dev.fanlight.agent;

import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.media.SourceState;
import java.util.Optional;

/** Reports the camera’s state: to the relay in codes, to the listener in sentences. Capture thread only, but for notices. */
final class SourceReport implements SourceListener {

    private final UplinkSession uplink;
    private final AgentEvents events;

    SourceReport(UplinkSession uplink, AgentEvents events) {
        this.uplink = uplink;
        this.events = events;
    }

    @Override
    public void asleep() {
        uplink.source(SourceState.ASLEEP, Optional.empty());
        events.asleep();
    }

    @Override
    public void starting() {
        uplink.source(SourceState.STARTING, Optional.empty());
    }

    @Override
    public void live(String description) {
        uplink.source(SourceState.LIVE, Optional.empty());
        events.capturing(description);
    }

    @Override
    public void notice(String sentence) {
        events.notice(sentence);
    }

    @Override
    public void failed(SourceException cause, boolean everLive) {
        uplink.source(SourceState.FAILED, Optional.of(cause.problem().code()));
        events.cameraFailed(cause, everLive);
    }
}
