package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.Delivery;
import dev.fanlight.protocol.player.DeliveryMode;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

/**
 * Stands between the hub and one viewer. While the viewer takes everything nothing is queued. When it does not, access units wait
 * ({@link PendingFrames}) within the bounds of {@link QueueLimits}; over them the queue skips to the newest key frame it holds, or empties
 * itself and waits for the next one. A viewer that is behind is given less, rung by rung ({@link DeliveryPolicy}). What is delivered can always
 * be decoded: no access unit is sent whose reference was left out. All methods on the viewer’s event loop.
 */
public final class ViewerQueue {

    private final ViewerOutput sink;
    private final QueueLimits policy;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final ViewerRequests wishes;

    // event loop only
    private final FrameSelection selection = new FrameSelection();
    private final ViewerHealth health = new ViewerHealth(selection::usable);
    private final TrackOutput outlet;
    private final PendingFrames pending;
    private final GroupMembership place;
    private boolean prompt;
    private Phase phase = Phase.SHUT;

    /** Each is followed by one of those after it, or by none. */
    private enum Phase {
        /** Nothing is taken yet. */
        SHUT,
        OPEN,
        /** It took nothing for too long: its sink has been told, once. */
        GIVEN_UP,
        /** Everything was given back. */
        CLOSED
    }

    /** A queue that is still shut, of a viewer of the hub that made it. */
    public ViewerQueue(
            ViewerOutput sink, QueueLimits policy, NanoClock clock, RelayCounters counters, ViewerRequests wishes) {
        this.sink = sink;
        this.policy = policy;
        this.clock = clock;
        this.counters = counters;
        this.wishes = wishes;
        this.outlet = new TrackOutput(sink, counters, health, clock.nanoTime());
        CatchUp catchUp = new CatchUp(sink, this::drain);
        this.pending = new PendingFrames(outlet, selection, health, catchUp, clock, counters);
        this.place = new GroupMembership(outlet, selection);
    }

    /** Where it is among the viewers of its loop. */
    GroupMembership place() {
        return place;
    }

    /** Whether pictures of this track may be sent past this queue from here on: it has sent them all so far and takes them all. */
    boolean isInStepWith(int track, TrackPosition position) {
        return hasEverything() && selection.isSettledOn(track) && outlet.isAt(position);
    }

    /** Whether it has begun, and nothing is to be sent to it that it was offered. */
    boolean hasEverything() {
        return isOpen() && pending.isCaughtUp();
    }

    /** The shortest way to the viewer. */
    SubscriberOutput receiver() {
        return sink.receiver();
    }

    /** What there is to choose from. */
    void renditions(Renditions renditions) {
        place.fallBehind(this);
        selection.renditions(renditions);
    }

    /** Opens the queue with what the caches hold; takes over one reference to each. */
    void start(List<IndexedFrame> cached) {
        if (phase != Phase.SHUT) {
            cached.forEach(IndexedFrame::release);
            return;
        }
        phase = Phase.OPEN;
        pending.begin(cached);
        drain();
    }

    /** Takes a batch, which is borrowed; nothing happens before {@link #start}. */
    void offer(FrameBatch batch, long nowNanos) {
        if (isOpen() && !pending.sendAtOnce(batch, nowNanos)) {
            batch.frames().forEach(this::offer);
        }
    }

    /** Takes one access unit, which is borrowed. */
    void offer(IndexedFrame frame) {
        if (isOpen() && pending.take(frame)) {
            drain();
            skipIfOver();
        }
    }

    /** Sends a control message at once. */
    void tell(SharedBuffer message) {
        sink.tell(message);
    }

    /** The viewer has the access unit of this sequence. */
    public void acknowledged(int track, long sequence) {
        long now = clock.nanoTime();
        place.learn();
        place.arrival(track, sequence)
                .ifPresent(arrived -> health.acknowledged(sequence, arrived, now, place.lagNanos()));
        judge(now);
        if (selection.isStill()) {
            drain();
        }
    }

    /** What the viewer would like from now on. */
    public void prefer(Quality quality, Latency latency) {
        place.fallBehind(this);
        boolean next = latency == Latency.LOW;
        if (next != prompt) {
            place.change(this, () -> prompt = next);
        }
        selection.quality(quality);
        tellWish();
    }

    /** Whether its pictures are to wait for others as late as possible. */
    boolean isPrompt() {
        return prompt;
    }

    /** To be called whenever the viewer takes more again; that may be while something is being sent to it. */
    public void drain() {
        if (pending.drain() && isOpen()) {
            wishes.keyFrame(selection.current().orElse(0));
        }
    }

    /** To be called a few times a second: judges the viewer, and gives it up when it has taken nothing for too long. */
    void check() {
        if (phase == Phase.GIVEN_UP || phase == Phase.CLOSED) {
            return;
        }
        long now = clock.nanoTime();
        place.learn();
        if (outlet.isOpen(now)) {
            drain();
        }
        if (health.isGone(now) || policy.isStuck(now - outlet.lastProgress())) {
            giveUp();
            return;
        }
        judge(now);
    }

    /** Gives everything back; nothing is taken any more. */
    void close() {
        phase = Phase.CLOSED;
        place.detach();
        pending.leaveOutAll();
        wishes.gone(this);
    }

    private void giveUp() {
        phase = Phase.GIVEN_UP;
        counters.increment(RelayCounter.VIEWERS_TOO_SLOW);
        sink.giveUp();
    }

    private boolean isOpen() {
        return phase == Phase.OPEN;
    }

    private void skipIfOver() {
        long now = clock.nanoTime();
        if (pending.skipIfOver(policy, now) && health.skipped(now)) {
            onStep();
        }
    }

    private void judge(long nowNanos) {
        if (health.judge(nowNanos, pending.isEmpty() || selection.isStill())) {
            onStep();
        }
    }

    private void onStep() {
        place.fallBehind(this);
        DeliveryMode before = selection.mode();
        boolean down = health.mode().compareTo(before) > 0;
        selection.mode(health.mode());
        sink.say(new Delivery(health.mode()));
        tellWish();
        if (!down && before.compareTo(DeliveryMode.KEY_FRAMES) >= 0) {
            wishes.keyFrame(selection.current().orElse(0));
        }
        if (down) {
            pending.thinOut();
        }
    }

    private void tellWish() {
        if (phase != Phase.CLOSED) {
            wishes.low(this, selection.wantsLow());
        }
    }
}
