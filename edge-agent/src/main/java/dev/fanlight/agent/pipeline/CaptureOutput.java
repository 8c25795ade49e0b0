package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.capture.SourceOutput;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Publication;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;

/**
 * Raw pictures go to the listener and to the encoders’ queue; access units straight to the uplink, as the main rendition and
 * the only one. Capture thread only.
 */
final class CaptureOutput implements SourceOutput {

    private final FrameListener listener;
    private final FrameQueue frames;
    private final MediaSink sink;

    CaptureOutput(FrameListener listener, FrameQueue frames, MediaSink sink) {
        this.listener = listener;
        this.frames = frames;
        this.sink = sink;
    }

    @Override
    public void frame(RawFrame frame) {
        listener.onFrame(frame);
        frames.put(frame);
    }

    @Override
    public void begin(StreamFormat format) {
        sink.begin(Publication.ofMain(format));
    }

    @Override
    public void accept(AccessUnit unit) {
        sink.accept(Rendition.MAIN, unit);
    }
}
