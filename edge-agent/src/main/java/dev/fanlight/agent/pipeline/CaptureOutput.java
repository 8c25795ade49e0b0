package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * Raw frames go to the frame listener and to the encoders’ queue, access units directly to the uplink. Of those, audio only while
 * the relay demands it; video always, for after a pause it would have to wait for its next key frame. Capture thread only.
 */
final class CaptureOutput implements SourceOutput {

    private final FrameListener listener;
    private final FrameQueue frames;
    private final TrackDemand demand;
    private final MediaSink sink;

    CaptureOutput(FrameListener listener, FrameQueue frames, TrackDemand demand, MediaSink sink) {
        this.listener = listener;
        this.frames = frames;
        this.demand = demand;
        this.sink = sink;
    }

    @Override
    public void frame(RawFrame frame) {
        listener.onFrame(frame);
        frames.put(frame);
    }

    @Override
    public void begin(List<Track> tracks) {
        sink.begin(tracks);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        if (unit.kind() == MediaKind.VIDEO || demand.isNeeded(track)) {
            sink.accept(track, unit);
        }
    }
}
