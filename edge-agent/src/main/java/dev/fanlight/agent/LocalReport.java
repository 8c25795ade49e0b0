package dev.fanlight.agent;

import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.media.StreamState;

/** Shows the camera’s state to viewers on the local network, and passes it on. Capture thread only. */
final class LocalReport implements SourceListener {

    private final LocalStream stream;
    private final SourceListener next;

    LocalReport(LocalStream stream, SourceListener next) {
        this.stream = stream;
        this.next = next;
    }

    @Override
    public void asleep() {
        stream.state(StreamState.ASLEEP);
        next.asleep();
    }

    @Override
    public void starting() {
        stream.state(StreamState.STARTING);
        next.starting();
    }

    @Override
    public void live(String description) {
        stream.state(StreamState.LIVE);
        next.live(description);
    }

    /** What a camera that is always on delivers to nobody is not kept for late joiners either: they would see an old frame. */
    @Override
    public void sending(boolean sends) {
        stream.state(sends ? StreamState.LIVE : StreamState.ASLEEP);
        next.sending(sends);
    }

    @Override
    public void notice(String sentence) {
        next.notice(sentence);
    }

    @Override
    public void failed(SourceException cause, boolean everLive) {
        stream.state(StreamState.FAILED);
        next.failed(cause, everLive);
    }
}
