package dev.fanlight.relay.fanout;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The send group of a viewer, and its synchronized group, if any. Event loop only. */
final class GroupMembership {

    private final TrackOutput trackOutput;
    private final FrameSelection selection;
    private Optional<LoopFanOut> loop = Optional.empty();
    private Optional<SendGroup> group = Optional.empty();
    private Optional<SynchronizedGroup> peers = Optional.empty();

    /** Membership of a viewer with this output and selection, in no group yet. */
    GroupMembership(TrackOutput trackOutput, FrameSelection selection) {
        this.trackOutput = trackOutput;
        this.selection = selection;
    }

    /** Joins a send group of a loop. */
    void attach(LoopFanOut viewers, SendGroup its) {
        loop = Optional.of(viewers);
        group = Optional.of(its);
    }

    /** Leaves its send group and loop. */
    void leave() {
        loop = Optional.empty();
        group = Optional.empty();
    }

    Optional<SendGroup> group() {
        return group;
    }

    /** Joins a synchronized group: from now on frames are sent past the viewer queue. */
    void synchronizeWith(SynchronizedGroup viewers) {
        peers = Optional.of(viewers);
    }

    /** Leaves the synchronized group: frames pass through the viewer queue again. */
    void desynchronize() {
        refresh();
        peers = Optional.empty();
    }

    /** Updates the viewer’s state with what was sent past its queue. */
    void refresh() {
        peers.ifPresent(viewers -> {
            trackOutput.adopt(viewers);
            selection.observeDisposable(viewers.disposableSeen());
        });
    }

    /** Detaches the viewer from its synchronized group, until it has caught up with one. */
    void detach(ViewerQueue viewer) {
        group.ifPresent(its -> its.detach(viewer));
    }

    /** Runs a change that may move the viewer to another send group. */
    void change(ViewerQueue viewer, Runnable change) {
        loop.ifPresentOrElse(viewers -> viewers.change(viewer, change), change);
    }

    /** How long work waits for its turn on the loop. */
    long lagNanos() {
        return loop.map(LoopFanOut::lagNanos).orElse(0L);
    }

    /** When the access unit with this sequence number had its turn on the loop, if known. */
    OptionalLong arrival(int track, long sequence) {
        return loop.map(viewers -> viewers.arrivals().find(track, sequence)).orElse(OptionalLong.empty());
    }

    /** Calls {@code action} with the synchronized group of the viewer, if any. */
    void ifSynchronized(Consumer<SynchronizedGroup> action) {
        peers.ifPresent(action);
    }
}
