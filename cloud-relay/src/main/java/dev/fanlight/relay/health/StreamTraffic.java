package dev.fanlight.relay.health;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.runtime.ClockOffset;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the audio and video of one stream: what arrives, and what goes out to its viewers, each of whom counts with the main rendition and
 * the sound. It wants nothing of the stream and keeps no camera running. Fields without a remark belong to the stream’s lock.
 */
final class StreamTraffic implements StreamReader {

    private final LongAdder in;
    private final LongAdder out;

    // Thread safe.
    private final RecentBytes recent;

    private Renditions renditions = Renditions.NONE;
    private int viewers;

    StreamTraffic(LongAdder in, LongAdder out, RecentBytes recent) {
        this.in = in;
        this.out = out;
        this.recent = recent;
    }

    /** Bits a second that arrived in the last seconds. Any thread. */
    long bitRate(long nowNanos) {
        return recent.bitRate(nowNanos);
    }

    @Override
    public ReaderKind kind() {
        return ReaderKind.RECORDER;
    }

    @Override
    public void onStatus(StreamStatus status) {
        // Only what flows is counted.
    }

    @Override
    public void onClock(ClockOffset.Sample sample) {
        // Only what flows is counted.
    }

    @Override
    public void onTracks(TrackSet tracks) {
        renditions = Renditions.of(tracks);
    }

    @Override
    public void onViewers(int count) {
        viewers = count;
    }

    @Override
    public void onFrame(IndexedFrame frame) {
        int size = frame.size();
        in.add(size);
        recent.add(size, frame.arrivedNanos());
        boolean isMain = renditions.main().orElse(frame.track()) == frame.track();
        if (isMain || !frame.isVideo()) {
            out.add((long) size * viewers);
        }
    }

    @Override
    public void onEnd() {
        viewers = 0;
    }
}
