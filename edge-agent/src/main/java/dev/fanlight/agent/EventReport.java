package dev.fanlight.agent;

import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.SourceException;

/** Reports the camera’s state to the listener, in sentences. Capture thread only. */
final class EventReport implements SourceListener {

    private final AgentEvents events;

    EventReport(AgentEvents events) {
        this.events = events;
    }

    @Override
    public void asleep() {
        events.asleep();
    }

    @Override
    public void starting() {
        // People are not told: it is live, or has failed, in a moment.
    }

    @Override
    public void live(String description) {
        events.capturing(description);
    }

    @Override
    public void sending(boolean sends) {
        // There is no relay that could need nothing.
    }

    @Override
    public void notice(String sentence) {
        events.notice(sentence);
    }

    @Override
    public void failed(SourceException cause, boolean everLive) {
        events.cameraFailed(cause, everLive);
    }
}
