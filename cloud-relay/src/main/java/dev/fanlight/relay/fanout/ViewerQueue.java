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
 * The queue of one viewer. While the viewer accepts everything nothing is queued. When it does not, access units wait
 * ({@link PendingFrames}) within {@link QueueLimits}; beyond them the queue skips to the newest key frame it holds, or drops everything and
 * waits for the next one. A viewer that falls behind is downgraded step by step ({@link DeliveryPolicy}). What is delivered can always be
 * decoded: no access unit is sent whose reference was dropped. All methods on the viewer’s event loop.
 */
public final class ViewerQueue {

    private final ViewerOutput output;
    private final QueueLimits limits;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final ViewerRequests requests;

    // event loop only
    private final FrameSelection selection = new FrameSelection();
    private final ViewerHealth health = new ViewerHealth(selection::usable);
    private final TrackOutput trackOutput;
    private final PendingFrames pending;
    private final GroupMembership membership;
    private boolean prompt;
    private Phase phase = Phase.SHUT;

    /** From shut to open and back any number of times, then on in this order. */
    private enum Phase {
        /** Accepts no frames. */
        SHUT,
        OPEN,
        /** The viewer accepted nothing for too long: its output was asked, once, to disconnect it. */
        DISCONNECTED,
        /** Everything is released. */
        CLOSED
    }

    /** The queue of a viewer of one fan-out; shut until {@link #start}. */
    public ViewerQueue(
            ViewerOutput output, QueueLimits limits, NanoClock clock, RelayCounters counters, ViewerRequests requests) {
        this.output = output;
        this.limits = limits;
        this.clock = clock;
        this.counters = counters;
        this.requests = requests;
        this.trackOutput = new TrackOutput(output, counters, health, clock.nanoTime());
        CatchUp catchUp = new CatchUp(output, this::drain);
        this.pending = new PendingFrames(trackOutput, selection, health, catchUp, clock, counters);
        this.membership = new GroupMembership(trackOutput, selection);
    }

    /** The groups of its loop that it belongs to. */
    GroupMembership membership() {
        return membership;
    }

    /** Whether frames of this track may be sent past this queue from now on: the viewer is where the group is and selects all of them. */
    boolean isSynchronizedWith(int track, SynchronizedGroup group) {
        return hasEverything() && selection.isSettledOn(track) && trackOutput.isAt(group);
    }

    /** Whether it has started and nothing waits. */
    boolean hasEverything() {
        return isOpen() && pending.isCaughtUp();
    }

    /** Output for bytes that many viewers receive, past this queue. */
    SubscriberOutput directOutput() {
        return output.directOutput();
    }

    /** Sets the renditions to choose from. */
    void renditions(Renditions renditions) {
        membership.detach(this);
        selection.renditions(renditions);
    }

    /** Opens the queue with the cached frames; takes over one reference to each. */
    void start(List<IndexedFrame> cached) {
        if (phase != Phase.SHUT) {
            cached.forEach(IndexedFrame::release);
            return;
        }
        phase = Phase.OPEN;
        pending.begin(cached);
        drain();
    }

    /** Shuts the queue until {@link #start} is called again; what waits is dropped. */
    void suspend() {
        if (phase != Phase.OPEN) {
            return;
        }
        membership.detach(this);
        phase = Phase.SHUT;
        pending.reset();
    }

    /** Whether the viewer is sent everything but video from now on; only while the queue is shut. */
    void listen(boolean listens) {
        selection.withoutVideo(listens);
    }

    /** Sends or queues a batch, which the caller still owns; does nothing before {@link #start}. */
    void offer(FrameBatch batch, long nowNanos) {
        if (isOpen() && !pending.sendAtOnce(batch, nowNanos)) {
            batch.frames().forEach(this::offer);
        }
    }

    /** Sends or queues an access unit, which the caller still owns. */
    void offer(IndexedFrame frame) {
        if (isOpen() && pending.take(frame)) {
            drain();
            skipIfOver();
        }
    }

    /** Sends a control message at once. */
    void send(SharedBuffer message) {
        output.send(message);
    }

    /** The viewer has acknowledged the access unit with this sequence number. */
    public void acknowledged(int track, long sequence) {
        long now = clock.nanoTime();
        membership.refresh();
        if (selection.current().orElse(track) != track) {
            return;
        }
        membership
                .arrival(track, sequence)
                .ifPresent(arrived -> health.acknowledged(sequence, arrived, now, membership.lagNanos()));
        judge(now);
        if (selection.isStill()) {
            drain();
        }
    }

    /** Sets what the viewer prefers. */
    public void prefer(Quality quality, Latency latency) {
        membership.detach(this);
        boolean next = latency == Latency.LOW;
        if (next != prompt) {
            membership.change(this, () -> prompt = next);
        }
        selection.quality(quality);
        sendRequests();
    }

    /** Whether the viewer prefers low latency, so that its frames are merged as late as possible. */
    boolean isPrompt() {
        return prompt;
    }

    /** To be called whenever the viewer accepts more again, also during a send. */
    public void drain() {
        if (pending.drain() && isOpen() && !selection.isWithoutVideo()) {
            requests.keyFrame(selection.current().orElse(0));
        }
    }

    /** To be called a few times a second: evaluates the viewer, and disconnects it when it has accepted or acknowledged nothing for too long. */
    void check() {
        if (phase == Phase.DISCONNECTED || phase == Phase.CLOSED) {
            return;
        }
        long now = clock.nanoTime();
        membership.refresh();
        if (trackOutput.isOpen(now)) {
            drain();
        }
        if (limits.isGone(now - trackOutput.lastProgress(), health.nanosWithoutAck(now))) {
            disconnect();
            return;
        }
        judge(now);
    }

    /** Releases everything and accepts nothing any more. */
    void close() {
        phase = Phase.CLOSED;
        membership.leave();
        pending.dropAll();
        requests.gone(this);
    }

    private void disconnect() {
        phase = Phase.DISCONNECTED;
        counters.increment(RelayCounter.VIEWERS_TOO_SLOW);
        output.disconnect();
    }

    private boolean isOpen() {
        return phase == Phase.OPEN;
    }

    private void skipIfOver() {
        long now = clock.nanoTime();
        if (pending.skipIfOver(limits, now) && health.skipped(now)) {
            onStep();
        }
    }

    private void judge(long nowNanos) {
        if (health.judge(nowNanos, pending.isEmpty() || selection.isStill())) {
            onStep();
        }
    }

    private void onStep() {
        membership.detach(this);
        DeliveryMode before = selection.mode();
        boolean down = health.mode().compareTo(before) > 0;
        selection.mode(health.mode());
        output.send(new Delivery(health.mode()));
        sendRequests();
        if (!down && before.compareTo(DeliveryMode.KEY_FRAMES) >= 0) {
            requests.keyFrame(selection.current().orElse(0));
        }
        if (down) {
            pending.thin();
        }
    }

    private void sendRequests() {
        if (phase != Phase.CLOSED) {
            requests.low(this, selection.wantsLow());
        }
    }
}
