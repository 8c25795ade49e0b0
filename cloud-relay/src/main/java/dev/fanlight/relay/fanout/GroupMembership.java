package dev.fanlight.relay.fanout;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** To which send group of its loop a viewer belongs, and whether it is synchronized with others. Event loop only. */
final class GroupMembership {

    private final TrackOutput trackOutput;
    private final FrameSelection selection;
    private Optional<LoopFanOut> loop = Optional.empty();
    private Optional<SendGroup> group = Optional.empty();
    private Optional<SynchronizedGroup> peers = Optional.empty();

    /** No group yet; of a viewer with this output and selection. */
    GroupMembership(TrackOutput trackOutput, FrameSelection selection) {
        this.trackOutput = trackOutput;
        this.selection = selection;
    }

    /** Belongs to these viewers from now on, in one of their send groups. */
    void attach(LoopFanOut viewers, SendGroup its) {
        loop = Optional.of(viewers);
        group = Optional.of(its);
    }

    /** Belongs nowhere any more. */
    void leave() {
        loop = Optional.empty();
        group = Optional.empty();
    }

    Optional<SendGroup> group() {
        return group;
    }

    /** From now on frames are sent past the viewer’s queue. */
    void synchronizeWith(SynchronizedGroup viewers) {
        peers = Optional.of(viewers);
    }

    /** Frames come to the viewer’s queue again. */
    void desynchronize() {
        learn();
        peers = Optional.empty();
    }

    /** Lets the viewer know what was sent past its queue. */
    void learn() {
        peers.ifPresent(viewers -> {
            trackOutput.learn(viewers);
            selection.seeDisposable(viewers.disposableSeen());
        });
    }

    /** The viewer leaves its synchronized group, until it is found to be where a group is. */
    void detach(ViewerQueue viewer) {
        group.ifPresent(its -> its.detach(viewer));
    }

    /** Does something that changes to which send group the viewer belongs. */
    void change(ViewerQueue viewer, Runnable change) {
        loop.ifPresentOrElse(viewers -> viewers.change(viewer, change), change);
    }

    /** How long things wait for their turn on the loop. */
    long lagNanos() {
        return loop.map(LoopFanOut::lagNanos).orElse(0L);
    }

    /** When the access unit of this sequence came to the loop, if that is known. */
    OptionalLong arrival(int track, long sequence) {
        return loop.map(viewers -> viewers.arrivals().find(track, sequence)).orElse(OptionalLong.empty());
    }

    /** Calls {@code action} with the group that the viewer is synchronized with, if it is. */
    void ifSynchronized(Consumer<SynchronizedGroup> action) {
        peers.ifPresent(action);
    }
}
