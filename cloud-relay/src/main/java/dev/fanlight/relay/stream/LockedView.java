package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.ClockOffset;
import java.util.List;
import java.util.Optional;

/** A view of a stream, valid while its lock is held. */
record LockedView(
        StreamStatus status,
        PublisherState publisher,
        int viewers,
        Renditions renditions,
        TrackStates states,
        Runnable keyFrameRequest)
        implements StreamView {

    @Override
    public Optional<ClockOffset.Sample> clock() {
        return publisher instanceof Online online ? online.clock() : Optional.empty();
    }

    @Override
    public Optional<TrackSet> tracks() {
        return publisher instanceof Online online ? online.tracks() : Optional.empty();
    }

    @Override
    public List<IndexedFrame> cached(boolean low) {
        return states.snapshot(renditions, low);
    }

    @Override
    public Optional<IndexedFrame> still(boolean low) {
        return states.still(renditions, low);
    }

    @Override
    public void requestKeyFrame() {
        keyFrameRequest.run();
    }
}
