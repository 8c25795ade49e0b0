package dev.fanlight.relay.fanout;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Where one viewer stands among those of its loop: in which lane, and whether in step with others. Event loop only. */
final class GroupMembership {

    private final TrackOutput outlet;
    private final FrameSelection selection;
    private Optional<LoopFanOut> home = Optional.empty();
    private Optional<SendGroup> lane = Optional.empty();
    private Optional<SynchronizedGroup> step = Optional.empty();

    /** Nowhere; a viewer with this outlet and selection. */
    GroupMembership(TrackOutput outlet, FrameSelection selection) {
        this.outlet = outlet;
        this.selection = selection;
    }

    /** Belongs to these viewers from now on, in a lane of theirs. */
    void attach(LoopFanOut viewers, SendGroup its) {
        home = Optional.of(viewers);
        lane = Optional.of(its);
    }

    /** Belongs nowhere any more. */
    void detach() {
        home = Optional.empty();
        lane = Optional.empty();
    }

    Optional<SendGroup> lane() {
        return lane;
    }

    /** From now on pictures are sent past the viewer’s queue. */
    void stepIn(SynchronizedGroup viewers) {
        step = Optional.of(viewers);
    }

    /** Pictures come to the viewer’s queue again. */
    void stepOut() {
        learn();
        step = Optional.empty();
    }

    /** Lets the viewer know what was sent past its queue. */
    void learn() {
        step.ifPresent(viewers -> {
            outlet.learn(viewers);
            selection.seeDisposable(viewers.disposableSeen());
        });
    }

    /** The viewer is not to get what others get, until it is found to do so again. */
    void fallBehind(ViewerQueue viewer) {
        lane.ifPresent(its -> its.fallBehind(viewer));
    }

    /** Does something that changes to which lane the viewer belongs. */
    void change(ViewerQueue viewer, Runnable change) {
        home.ifPresentOrElse(viewers -> viewers.change(viewer, change), change);
    }

    /** How long things wait for their turn on the loop. */
    long lagNanos() {
        return home.map(LoopFanOut::lagNanos).orElse(0L);
    }

    /** When the access unit of this sequence came to the loop, if that is known. */
    OptionalLong arrival(int track, long sequence) {
        return home.map(viewers -> viewers.arrivals().find(track, sequence)).orElse(OptionalLong.empty());
    }

    /** Calls {@code action} with those the viewer is in step with, if it is. */
    void ifInStep(Consumer<SynchronizedGroup> action) {
        step.ifPresent(action);
    }
}
