package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.fanout.ViewerQueue;
import dev.fanlight.relay.stream.PublisherState.Online;
import dev.fanlight.runtime.NanoClock;
import java.util.HashSet;
import java.util.Set;

/** What goes back to the agent of a stream: how many watch, which tracks are wanted, wishes for key frames. Hub’s lock. */
final class PublisherDemand {

    private static final int NEVER = -1;

    private final NanoClock clock;
    private final KeyFrameRequests keyFrames = new KeyFrameRequests();
    // At most as many as there are viewers.
    private final Set<ViewerQueue> wantSmall = new HashSet<>();
    private int toldViewers = NEVER;
    private Set<Integer> toldTracks = Set.of();

    PublisherDemand(NanoClock clock) {
        this.clock = clock;
    }

    /** Another agent publishes: it has been told nothing. */
    void restart() {
        toldViewers = NEVER;
        toldTracks = Set.of();
    }

    /** Another epoch begins: nothing is known of its key frames. */
    void forgetKeyFrames() {
        keyFrames.forget();
    }

    /** Learns from an access unit how far apart key frames are. */
    void seen(MediaHeader header) {
        keyFrames.seen(header);
    }

    boolean wantsSmall(ViewerQueue viewer) {
        return wantSmall.contains(viewer);
    }

    /** Notes which rendition a viewer wants; asks for a key frame of it, so that the change is soon. */
    void small(PublisherState feed, ViewerQueue viewer, boolean wanted) {
        boolean news = wanted ? wantSmall.add(viewer) : wantSmall.remove(viewer);
        if (news && feed instanceof Online online) {
            Renditions renditions = online.renditions();
            int main = renditions.main().orElse(0);
            keyFrameWanted(feed, wanted ? renditions.low().orElse(main) : main);
        }
    }

    void left(ViewerQueue viewer) {
        wantSmall.remove(viewer);
    }

    /** Tells the agent what {@code viewers} want now, unless it knows. */
    void demand(PublisherState feed, int viewers) {
        if (!(feed instanceof Online online)) {
            return;
        }
        boolean low = viewers > 0 && !wantSmall.isEmpty();
        Set<Integer> tracks = online.renditions().wanted(viewers > wantSmall.size(), low);
        if (viewers != toldViewers || !tracks.equals(toldTracks)) {
            toldViewers = viewers;
            toldTracks = tracks;
            online.publication().publisher().demand(viewers, tracks);
        }
    }

    /** Somebody cannot go on without a key frame of the track; asks for one unless one comes soon anyway. */
    void keyFrameWanted(PublisherState feed, int track) {
        if (!keyFrames.comesSoon(track)) {
            askForKeyFrame(feed, track);
        }
    }

    /** Asks for a key frame, unless that was just done. */
    void askForKeyFrame(PublisherState feed, int track) {
        if (feed instanceof Online online
                && online.tracks().isPresent()
                && keyFrames.permits(track, clock.nanoTime())) {
            online.publication().publisher().requestKeyFrame(track);
        }
    }
}
