package dev.fanlight.relay.stream;

import dev.fanlight.media.StreamState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.ClockOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

    @Override
    public void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        if (status.head() && publisher instanceof Online online) {
            online.handle().publisher().head(command, answer);
            return;
        }
        boolean paused = status.state() == StreamState.PAUSED;
        answer.accept(HeadAnswer.of(paused ? HeadResult.PAUSED : HeadResult.UNAVAILABLE));
    }
}
