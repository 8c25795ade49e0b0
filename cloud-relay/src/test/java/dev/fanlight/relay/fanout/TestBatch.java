package dev.fanlight.relay.fanout;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.MediaFrame;
import java.util.List;

/** Frames that were joined. */
record TestBatch(List<MediaFrame> frames) implements SharedBuffer {

    static TestBatch of(List<? extends SharedBuffer> frames) {
        return new TestBatch(frames.stream().map(MediaFrame.class::cast).toList());
    }

    @Override
    public int size() {
        return frames.stream().mapToInt(MediaFrame::size).sum();
    }

    @Override
    public void retain() {}

    @Override
    public void release() {}
}
