package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The readers of one stream. There are few: one for all WebSocket viewers, and one for each gateway session, recording or forwarding,
 * bounded by the limits of these. Stream's lock.
 */
final class Readers {

    private final List<ReaderHandle> all = new ArrayList<>();
    private int reportedViewers;
    private int elsewhere;

    /** Adds a reader and sends it the present state and the cached frames. */
    void add(ReaderHandle handle, StreamView view) {
        StreamReader reader = handle.reader();
        reader.onStatus(view.status());
        view.clock().ifPresent(reader::onClock);
        view.tracks().ifPresent(reader::onTracks);
        for (IndexedFrame frame : view.cached(false)) {
            reader.onFrame(frame);
            frame.release();
        }
        all.add(handle);
    }

    void remove(ReaderHandle handle) {
        all.remove(handle);
    }

    List<ReaderHandle> all() {
        return all;
    }

    /** Whether any reader has demand. */
    boolean isActive() {
        for (ReaderHandle handle : all) {
            if (handle.demand().isActive()) {
                return true;
            }
        }
        return false;
    }

    boolean isRecording() {
        return all.stream().anyMatch(ReaderHandle::isRecording);
    }

    /** How many watch the stream on other relays. */
    void elsewhere(int viewers) {
        elsewhere = viewers;
    }

    /** Viewers of all relays. */
    int viewers() {
        int count = elsewhere;
        for (ReaderHandle handle : all) {
            count += handle.viewers();
        }
        return count;
    }

    /** Number of consumers by the kind of their reader; kinds without any are not there. */
    Map<ReaderKind, Integer> consumers() {
        Map<ReaderKind, Integer> counts = new EnumMap<>(ReaderKind.class);
        for (ReaderHandle handle : all) {
            if (handle.demand().isActive()) {
                counts.merge(handle.reader().kind(), handle.demand().consumers(), Integer::sum);
            }
        }
        return counts;
    }

    void status(StreamStatus status) {
        each(reader -> reader.onStatus(status));
    }

    void clock(ClockOffset.Sample sample) {
        each(reader -> reader.onClock(sample));
    }

    void tracks(TrackSet tracks) {
        each(reader -> reader.onTracks(tracks));
    }

    void frame(IndexedFrame frame) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).reader().onFrame(frame);
        }
    }

    /** Reports the number of viewers to all readers, if it has changed. */
    void reportViewers() {
        int count = viewers();
        if (count != reportedViewers) {
            reportedViewers = count;
            each(reader -> reader.onViewers(count));
        }
    }

    void end() {
        each(StreamReader::onEnd);
        all.clear();
    }

    private void each(Consumer<StreamReader> action) {
        all.forEach(handle -> action.accept(handle.reader()));
    }
}
