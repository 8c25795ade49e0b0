package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The viewers of one stream that one event loop serves. Event loop only. */
public final class LoopFanOut {

    /** How much longer than the merge delay a frame may wait when the next one does not come. */
    private static final Duration ALLOWANCE = Duration.ofMillis(20);

    /** Synchronized viewers are evaluated only every fourth check. */
    private static final int CHECKS_APART = 4;

    private final SubscriberLoop loop;
    private final FanOutContext context;
    private final LoopPressure pressure;
    private final ArrivalTimes arrivals = new ArrivalTimes();
    private final List<SendGroup> patient;
    private final List<SendGroup> prompt;
    private final List<SendGroup> groups;
    private int checks;
    private boolean timerSet;

    LoopFanOut(SubscriberLoop loop, FanOutContext context) {
        this.loop = loop;
        this.context = context;
        this.pressure = context.pressure(loop);
        this.patient = groups(context, 0);
        this.prompt = groups(context, 1);
        this.groups = Stream.concat(patient.stream(), prompt.stream()).toList();
    }

    ArrivalTimes arrivals() {
        return arrivals;
    }

    /** How long work waits for its turn on this loop. */
    long lagNanos() {
        return pressure.lagNanos();
    }

    void add(ViewerQueue viewer) {
        List<SendGroup> fitting = viewer.isPrompt() ? prompt : patient;
        SendGroup emptiest =
                fitting.stream().min(Comparator.comparingInt(SendGroup::size)).orElseThrow();
        emptiest.add(viewer);
        viewer.membership().attach(this, emptiest);
    }

    void remove(ViewerQueue viewer) {
        viewer.membership().group().ifPresent(group -> group.remove(viewer));
    }

    /** Moves a viewer to the send group that fits its latency after {@code change} has run. */
    void change(ViewerQueue viewer, Runnable change) {
        viewer.membership().group().ifPresent(group -> {
            group.remove(viewer);
            group.handOver(viewer);
        });
        change.run();
        add(viewer);
    }

    /** Delivers the next access unit, which the caller still owns. */
    void deliver(IndexedFrame frame) {
        long started = context.clock().nanoTime();
        arrivals.record(frame, started);
        int level = context.mergeDelay().isZero() ? 1 : pressure.level();
        boolean holding = false;
        for (SendGroup group : groups) {
            holding |= group.take(frame, level);
        }
        if (holding) {
            flushInTime();
        }
        pressure.worked(started, context.clock().nanoTime(), started - frame.arrivedNanos());
    }

    /** Sends a control message to all viewers, after the frames that wait. */
    void broadcast(SharedBuffer message) {
        groups.forEach(SendGroup::flushAll);
        each(viewer -> viewer.send(message));
    }

    public void renditions(Renditions renditions) {
        groups.forEach(SendGroup::restart);
        each(viewer -> viewer.renditions(renditions));
    }

    public void check() {
        checks++;
        groups.forEach(group -> group.eachOther(ViewerQueue::check));
        if (checks % CHECKS_APART == 0) {
            groups.forEach(group -> group.eachSynchronized(ViewerQueue::check));
        }
    }

    /** Ends after the last viewer has left. */
    void close() {
        groups.forEach(SendGroup::flushAll);
    }

    private static List<SendGroup> groups(FanOutContext context, int sparedLevels) {
        return IntStream.range(0, MergePolicy.TURNS)
                .mapToObj(turn -> new SendGroup(context, sparedLevels, turn))
                .toList();
    }

    private void each(Consumer<ViewerQueue> action) {
        groups.forEach(group -> group.each(action));
    }

    private void flushInTime() {
        if (timerSet) {
            return;
        }
        timerSet = true;
        Duration wait = context.mergeDelay().plus(ALLOWANCE);
        loop.after(wait, () -> {
            timerSet = false;
            long due = context.clock().nanoTime() - context.mergeDelay().toNanos();
            groups.forEach(group -> group.flushOlder(due));
            if (groups.stream().anyMatch(SendGroup::isHolding)) {
                flushInTime();
            }
        });
    }
}
