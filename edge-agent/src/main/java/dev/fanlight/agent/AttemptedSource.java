package dev.fanlight.agent;

import dev.fanlight.agent.source.ForwardingOutput;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;

/** A source that says when it has failed before it has delivered any video: one on the network is opened only while it is asked. One thread. */
final class AttemptedSource implements FrameSource {

    private final FrameSource source;
    private final Runnable onUseless;
    private boolean delivered;

    AttemptedSource(FrameSource source, Runnable onUseless) {
        this.source = source;
        this.onUseless = onUseless;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        try {
            source.next(delivered ? output : new Noted(this, output));
        } catch (SourceException e) {
            if (!delivered) {
                onUseless.run();
            }
            throw e;
        }
    }

    @Override
    public void restart() {
        source.restart();
    }

    @Override
    public String describe() {
        return source.describe();
    }

    @Override
    public void close() {
        source.close();
    }

    private record Noted(AttemptedSource source, SourceOutput target) implements ForwardingOutput {

        @Override
        public void frame(RawFrame frame) {
            source.delivered = true;
            target.frame(frame);
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            source.delivered |= unit.kind() == MediaKind.VIDEO;
            target.accept(track, unit);
        }
    }
}
