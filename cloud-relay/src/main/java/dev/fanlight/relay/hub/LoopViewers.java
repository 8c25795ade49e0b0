package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.ViewerLoop;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The viewers of one stream that one event loop serves. Event loop only. */
final class LoopViewers {

    /** How much later than promised a merged picture may go when the next one does not come. */
    private static final Duration ALLOWANCE = Duration.ofMillis(20);

    private final ViewerLoop loop;
    private final FanOut fanOut;
    private final Pressure pressure;
    private final Arrivals arrivals = new Arrivals();
    private final Lane patient;
    private final Lane prompt;
    private final List<Lane> lanes;
    private boolean timerSet;

    LoopViewers(ViewerLoop loop, FanOut fanOut) {
        this.loop = loop;
        this.fanOut = fanOut;
        this.pressure = fanOut.pressure(loop);
        this.patient = new Lane(fanOut, 0);
        this.prompt = new Lane(fanOut, 1);
        this.lanes = List.of(patient, prompt);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    void add(ViewerQueue viewer) {
        laneOf(viewer).add(viewer);
        viewer.attach(this);
    }

    void remove(ViewerQueue viewer) {
        laneOf(viewer).remove(viewer);
    }

    /** A viewer wants its pictures sooner, or no longer so, from when {@code change} has been called. */
    void change(ViewerQueue viewer, Runnable change) {
        laneOf(viewer).handOver(viewer);
        laneOf(viewer).remove(viewer);
        change.run();
        laneOf(viewer).add(viewer);
    }

    /** Hands the next access unit out, which is borrowed. */
    void deliver(StreamFrame frame) {
        long started = fanOut.clock().nanoTime();
        arrivals.note(frame);
        int level = fanOut.mergeDelay().isZero() ? 1 : pressure.level();
        boolean holding = false;
        for (Lane lane : lanes) {
            holding |= lane.take(frame, level);
        }
        if (holding) {
            flushInTime();
        }
        pressure.worked(started, fanOut.clock().nanoTime(), started - frame.arrivedNanos());
    }

    /** Tells everybody something; pictures that wait go first. */
    void tell(Shared notice) {
        lanes.forEach(Lane::flushAll);
        each(viewer -> viewer.tell(notice));
    }

    void renditions(Renditions renditions) {
        each(viewer -> viewer.renditions(renditions));
    }

    void check() {
        each(ViewerQueue::check);
    }

    /** Nobody is left. */
    void close() {
        lanes.forEach(Lane::flushAll);
    }

    private void each(Consumer<ViewerQueue> action) {
        lanes.forEach(lane -> lane.members().forEach(action));
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
            if (lanes.stream().anyMatch(Lane::isHolding)) {
                flushInTime();
            }
        });
    }

    private Lane laneOf(ViewerQueue viewer) {
        return viewer.isPrompt() ? prompt : patient;
    }
}
