package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.capture.FrameSource;
import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.capture.SourceException;
import dev.fanlight.agent.capture.SourceOutput;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;

/** Hands on what a source gives and notices whether it gave a picture. The source’s thread only. */
final class DeliveryWatch implements SourceOutput {

    private final SourceOutput target;
    private boolean delivered;

    DeliveryWatch(SourceOutput target) {
        this.target = target;
    }

    /** Asks the source once; whether a picture came. */
    boolean deliversFrom(FrameSource source) throws SourceException, InterruptedException {
        delivered = false;
        source.next(this);
        return delivered;
    }

    @Override
    public void frame(RawFrame frame) {
        delivered = true;
        target.frame(frame);
    }

    @Override
    public void begin(StreamFormat format) {
        target.begin(format);
    }

    @Override
    public void accept(AccessUnit unit) {
        delivered = true;
        target.accept(unit);
    }
}
