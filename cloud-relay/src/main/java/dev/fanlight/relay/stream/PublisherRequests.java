package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.NanoClock;
import java.util.Collection;
import java.util.Optional;

/** Sends the publisher the demand of the readers, and key frame requests. Stream's lock. */
final class PublisherRequests {

    private final NanoClock clock;
    private final KeyFrameRequests keyFrames = new KeyFrameRequests();
    private Optional<PublishDemand> sent = Optional.empty();

    PublisherRequests(NanoClock clock) {
        this.clock = clock;
    }

    /** Begins with another publisher, which has received no demand yet. */
    void restart() {
        sent = Optional.empty();
    }

    /** Forgets the key frames of the last epoch. */
    void forgetKeyFrames() {
        keyFrames.forget();
    }

    /** Measures the distance of key frames. */
    void seen(MediaHeader header) {
        keyFrames.seen(header);
    }

    /** Sends the publisher the demand of these readers, if it has changed. */
    void demand(PublisherState state, Collection<ReaderHandle> readers) {
        if (!(state instanceof Online online)) {
            return;
        }
        PublishDemand next = sum(online.renditions(), readers);
        if (!sent.equals(Optional.of(next))) {
            sent = Optional.of(next);
            online.handle().publisher().demand(next);
        }
    }

    /** A reader cannot continue without a key frame of the track; requests one unless one is due soon. */
    void keyFrameNeeded(PublisherState state, int track) {
        if (!keyFrames.comesSoon(track)) {
            requestKeyFrame(state, track);
        }
    }

    /** Requests a key frame, unless the last request is too recent. */
    void requestKeyFrame(PublisherState state, int track) {
        if (state instanceof Online online
                && online.tracks().isPresent()
                && keyFrames.permits(track, clock.nanoTime())) {
            online.handle().publisher().requestKeyFrame(track);
        }
    }

    private static PublishDemand sum(Renditions renditions, Collection<ReaderHandle> readers) {
        int viewers = 0;
        int consumers = 0;
        boolean main = false;
        boolean low = false;
        for (ReaderHandle reader : readers) {
            viewers += reader.viewers();
            consumers += reader.demand().consumers();
            main |= reader.demand().main();
            low |= reader.demand().low();
        }
        return new PublishDemand(viewers, consumers, renditions.wanted(main, low));
    }
}
