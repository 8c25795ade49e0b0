package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.ForwardingOutput;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;

/** Passes on what a source delivers until it has delivered video: sound alone is not what people wait for. The source’s thread only. */
final class FirstDelivery implements ForwardingOutput {

    private final SourceOutput target;
    private boolean delivered;

    FirstDelivery(SourceOutput target) {
        this.target = target;
    }

    /** Asks the source once; returns whether a frame or an access unit of video came. */
    boolean from(FrameSource source) throws SourceException, InterruptedException {
        delivered = false;
        source.next(this);
        return delivered;
    }

    @Override
    public SourceOutput target() {
        return target;
    }

    @Override
    public void frame(RawFrame frame) {
        delivered = true;
        target.frame(frame);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        delivered |= unit.kind() == MediaKind.VIDEO;
        target.accept(track, unit);
    }
}
