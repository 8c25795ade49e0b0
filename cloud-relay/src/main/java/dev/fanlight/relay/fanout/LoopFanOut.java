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

    /** How much later than promised a merged picture may go when the next one does not come. */
    private static final Duration ALLOWANCE = Duration.ofMillis(20);

    /** Viewers that are in step are looked at every so many checks. */
    private static final int CHECKS_APART = 4;

    private final SubscriberLoop loop;
    private final FanOutContext fanOut;
    private final LoopPressure pressure;
    private final ArrivalTimes arrivals = new ArrivalTimes();
    private final List<SendGroup> patient;
    private final List<SendGroup> prompt;
    private final List<SendGroup> lanes;
    private int checks;
    private boolean timerSet;

    LoopFanOut(SubscriberLoop loop, FanOutContext fanOut) {
        this.loop = loop;
        this.fanOut = fanOut;
        this.pressure = fanOut.pressure(loop);
        this.patient = lanes(fanOut, 0);
        this.prompt = lanes(fanOut, 1);
        this.lanes = Stream.concat(patient.stream(), prompt.stream()).toList();
    }

    ArrivalTimes arrivals() {
        return arrivals;
    }

    /** How long things wait for their turn on this loop. */
    long lagNanos() {
        return pressure.lagNanos();
    }

    void add(ViewerQueue viewer) {
        List<SendGroup> fitting = viewer.isPrompt() ? prompt : patient;
        SendGroup emptiest =
                fitting.stream().min(Comparator.comparingInt(SendGroup::size)).orElseThrow();
        emptiest.add(viewer);
        viewer.place().attach(this, emptiest);
    }

    void remove(ViewerQueue viewer) {
        viewer.place().lane().ifPresent(lane -> lane.remove(viewer));
    }

    /** A viewer wants its pictures sooner, or no longer so, from when {@code change} has been called. */
    void change(ViewerQueue viewer, Runnable change) {
        viewer.place().lane().ifPresent(lane -> {
            lane.remove(viewer);
            lane.handOver(viewer);
        });
        change.run();
        add(viewer);
    }

    /** Hands the next access unit out, which is borrowed. */
    void deliver(IndexedFrame frame) {
        long started = fanOut.clock().nanoTime();
        arrivals.note(frame, started);
        int level = fanOut.mergeDelay().isZero() ? 1 : pressure.level();
        boolean holding = false;
        for (SendGroup lane : lanes) {
            holding |= lane.take(frame, level);
        }
        if (holding) {
            flushInTime();
        }
        pressure.worked(started, fanOut.clock().nanoTime(), started - frame.arrivedNanos());
    }

    /** Tells everybody something; pictures that wait go first. */
    void tell(SharedBuffer notice) {
        lanes.forEach(SendGroup::flushAll);
        each(viewer -> viewer.tell(notice));
    }

    public void renditions(Renditions renditions) {
        each(viewer -> viewer.renditions(renditions));
    }

    public void check() {
        checks++;
        lanes.forEach(lane -> lane.eachOther(ViewerQueue::check));
        if (checks % CHECKS_APART == 0) {
            lanes.forEach(lane -> lane.eachInStep(ViewerQueue::check));
        }
    }

    /** Nobody is left. */
    void close() {
        lanes.forEach(SendGroup::flushAll);
    }

    private static List<SendGroup> lanes(FanOutContext fanOut, int sparedLevels) {
        return IntStream.range(0, MergePolicy.TURNS)
                .mapToObj(turn -> new SendGroup(fanOut, sparedLevels, turn))
                .toList();
    }

    private void each(Consumer<ViewerQueue> action) {
        lanes.forEach(lane -> lane.each(action));
    }

    private void flushInTime() {
        if (timerSet) {
            return;
        }
        timerSet = true;
        Duration wait = fanOut.mergeDelay().plus(ALLOWANCE);
        loop.after(wait, () -> {
            timerSet = false;
            long due = fanOut.clock().nanoTime() - fanOut.mergeDelay().toNanos();
            lanes.forEach(lane -> lane.flushOlder(due));
            if (lanes.stream().anyMatch(SendGroup::isHolding)) {
                flushInTime();
            }
        });
    }
}
