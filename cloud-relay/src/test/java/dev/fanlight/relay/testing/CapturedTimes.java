package dev.fanlight.relay.testing;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderHandle;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.runtime.ClockOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader that keeps the headers of what it is given, and the tracks. */
public final class CapturedTimes implements StreamReader, AutoCloseable {

    public final List<MediaHeader> headers = new CopyOnWriteArrayList<>();
    public final List<TrackSet> tracks = new CopyOnWriteArrayList<>();
    private final ReaderHandle handle;

    private CapturedTimes(LiveStream stream) {
        this.handle = stream.attach(this);
        handle.demand(ReaderDemand.ONE);
    }

    public static CapturedTimes of(LiveStream stream) {
        return new CapturedTimes(stream);
    }

    @Override
    public ReaderKind kind() {
        return ReaderKind.VIEWER;
    }

    @Override
    public void onStatus(StreamStatus status) {}

    @Override
    public void onClock(ClockOffset.Sample sample) {}

    @Override
    public void onTracks(TrackSet announced) {
        tracks.add(announced);
    }

    @Override
    public void onViewers(int count) {}

    @Override
    public void onFrame(IndexedFrame frame) {
        headers.add(frame.frame().header());
    }

    @Override
    public void onEnd() {}

    @Override
    public void close() {
        handle.detach();
    }
}
