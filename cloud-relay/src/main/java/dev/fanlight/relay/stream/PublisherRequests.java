package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.NanoClock;
import java.util.Collection;

/** What goes back to the publisher: what its readers need, and requests for key frames. Stream's lock. */
final class PublisherRequests {

    private final NanoClock clock;
    private final KeyFrameRequests keyFrames = new KeyFrameRequests();
    private PublishDemand sent = PublishDemand.NONE;
    private boolean isSent;

    PublisherRequests(NanoClock clock) {
        this.clock = clock;
    }

    /** Another publisher: it knows of no demand yet. */
    void restart() {
        isSent = false;
    }

    /** Another epoch begins: nothing is known of its key frames. */
    void forgetKeyFrames() {
        keyFrames.forget();
    }

    /** Learns from an access unit how far apart key frames are. */
    void seen(MediaHeader header) {
        keyFrames.seen(header);
    }

    /** Sends the publisher what these readers need, unless it knows. */
    void demand(PublisherState state, Collection<ReaderHandle> readers) {
        if (!(state instanceof Online online)) {
            return;
        }
        PublishDemand next = sum(online.renditions(), readers);
        if (!isSent || !next.equals(sent)) {
            isSent = true;
            sent = next;
            online.handle().publisher().demand(next);
        }
    }

    /** A reader cannot go on without a key frame of the track; asks for one unless one comes soon anyway. */
    void keyFrameNeeded(PublisherState state, int track) {
        if (!keyFrames.comesSoon(track)) {
            requestKeyFrame(state, track);
        }
    }

    /** Asks for a key frame, unless that was just done. */
    void requestKeyFrame(PublisherState state, int track) {
        if (state instanceof Online online
                && online.tracks().isPresent()
                && keyFrames.permits(track, clock.nanoTime())) {
            online.handle().publisher().requestKeyFrame(track);
        }
    }

    private static PublishDemand sum(Renditions renditions, Collection<ReaderHandle> readers) {
        int people = 0;
        int consumers = 0;
        boolean main = false;
        boolean low = false;
        for (ReaderHandle reader : readers) {
            people += reader.people();
            consumers += reader.demand().consumers();
            main |= reader.demand().main();
            low |= reader.demand().low();
        }
        return new PublishDemand(people, consumers, renditions.wanted(main, low));
    }
}
