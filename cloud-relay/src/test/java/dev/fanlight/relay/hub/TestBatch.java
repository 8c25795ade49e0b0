package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import java.util.List;

/** Frames that were joined. */
record TestBatch(List<Frame> frames) implements Shared {

    static TestBatch of(List<? extends Shared> frames) {
        return new TestBatch(frames.stream().map(Frame.class::cast).toList());
    }

    @Override
    public int size() {
        return frames.stream().mapToInt(Frame::size).sum();
    }

    @Override
    public void retain() {}

    @Override
    public void release() {}
}
