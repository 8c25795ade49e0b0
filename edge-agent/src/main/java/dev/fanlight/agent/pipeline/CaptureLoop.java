package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourcePresence;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;

/**
 * Opens the source on demand, passes its frames on, releases it some time after the last viewer has left, and retries when it
 * fails: after some time, or as soon as it is plugged in again where that can be seen. The first opening happens at once, even
 * without demand, so that a camera that cannot work is reported at the start; it is released after its first frame. Owned by the
 * thread “capture”.
 */
final class CaptureLoop implements Loop {

    /** A source that has delivered for this long is stable: if it fails then, it is opened again soon. */
    static final Duration STABLE = Duration.ofMinutes(1);

    private static final Duration SHORT_WAIT = Duration.ofMillis(500);

    private final SourceOpener opener;
    private final CameraDemand demand;
    private final StillTimer stills;
    private final KeyFrameTrigger restart;
    private final SourceListener listener;
    private final SourceOutput output;
    private final FirstDelivery firstDelivery;
    private final StillDelivery stillDelivery;
    private final NanoClock clock;
    private final Sleeper sleeper;

    private CaptureState state = new CaptureState.Asleep();
    private long openings;
    private boolean everLive;

    CaptureLoop(
            SourceOpener opener,
            CameraDemand demand,
            StillTimer stills,
            KeyFrameTrigger restart,
            SourceListener listener,
            SourceOutput output,
            NanoClock clock,
            Sleeper sleeper) {
        this.opener = opener;
        this.demand = demand;
        this.stills = stills;
        this.restart = restart;
        this.listener = listener;
        this.output = output;
        this.firstDelivery = new FirstDelivery(output);
        this.stillDelivery = new StillDelivery(output);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        state = step();
        return true;
    }

    @Override
    public void onClose() {
        opener.close();
        if (state instanceof CaptureState.Starting starting) {
            starting.source().close();
        } else if (state instanceof CaptureState.Live live) {
            live.source().close();
        } else if (state instanceof CaptureState.Still still) {
            still.source().close();
        }
    }

    @Override
    public String roleName() {
        return "capture";
    }

    CaptureState state() {
        return state;
    }

    private CaptureState step() throws InterruptedException {
        if (state instanceof CaptureState.Starting starting) {
            return awaitFirst(starting);
        }
        if (state instanceof CaptureState.Live live) {
            return deliver(live);
        }
        if (state instanceof CaptureState.Failed failed) {
            return retry(failed);
        }
        if (state instanceof CaptureState.Still still) {
            return awaitStill(still);
        }
        boolean firstTry = openings == 0 && !demand.isPaused();
        if (firstTry || demand.awaitWanted(SHORT_WAIT)) {
            return open(RetryDelay.FIRST);
        }
        return stills.isDue() && !demand.isPaused() ? openStill() : state;
    }

    /** A still that fails is not reported: whether the camera works is reported when it is wanted. */
    private CaptureState openStill() throws InterruptedException {
        stills.made();
        stillDelivery.restart();
        try {
            return new CaptureState.Still(opener.open(openings++));
        } catch (SourceException e) {
            return new CaptureState.Asleep();
        }
    }

    private CaptureState awaitStill(CaptureState.Still still) throws InterruptedException {
        if (demand.isWanted()) {
            listener.starting();
            return new CaptureState.Starting(still.source(), RetryDelay.FIRST);
        }
        try {
            if (!demand.isPaused() && !stillDelivery.from(still.source())) {
                return still;
            }
        } catch (SourceException e) {
            // It is closed below like any other.
        }
        still.source().close();
        return new CaptureState.Asleep();
    }

    private CaptureState open(RetryDelay delay) throws InterruptedException {
        listener.starting();
        try {
            return new CaptureState.Starting(opener.open(openings++), delay);
        } catch (SourceException e) {
            return failed(e, delay);
        }
    }

    /** Another variant of the same source: viewers see the one before until it delivers. */
    private CaptureState reopen(CaptureState.Live live) throws InterruptedException {
        try {
            return new CaptureState.Starting(opener.open(openings++), live.next());
        } catch (SourceException e) {
            return failed(e, live.next());
        }
    }

    private CaptureState awaitFirst(CaptureState.Starting starting) throws InterruptedException {
        boolean delivered;
        try {
            delivered = firstDelivery.from(starting.source());
        } catch (SourceException e) {
            starting.source().close();
            return failed(e, starting.next());
        }
        if (!delivered) {
            return starting;
        }
        everLive = true;
        restart.cancel();
        listener.live(starting.source().describe());
        return new CaptureState.Live(starting.source(), starting.next(), clock.nanoTime());
    }

    private CaptureState deliver(CaptureState.Live live) throws InterruptedException {
        FrameSource source = live.source();
        if (!demand.isWanted()) {
            source.close();
            listener.asleep();
            return new CaptureState.Asleep();
        }
        if (opener.isOutdated()) {
            source.close();
            return reopen(live);
        }
        if (restart.take()) {
            source.restart();
        }
        try {
            source.next(output);
            return live;
        } catch (SourceException e) {
            source.close();
            boolean stable = clock.nanoTime() - live.sinceNanos() >= STABLE.toNanos();
            return failed(e, stable ? RetryDelay.FIRST : live.next());
        }
    }

    private CaptureState failed(SourceException cause, RetryDelay delay) {
        listener.failed(cause, everLive);
        return new CaptureState.Failed(clock.nanoTime() + delay.delay().toNanos(), delay.afterFailure());
    }

    private CaptureState retry(CaptureState.Failed failed) throws InterruptedException {
        if (!demand.awaitWanted(SHORT_WAIT)) {
            listener.asleep();
            return new CaptureState.Asleep();
        }
        SourcePresence presence = opener.presence();
        if (presence == SourcePresence.RETURNED) {
            return open(RetryDelay.FIRST);
        }
        if (presence == SourcePresence.UNKNOWN && clock.nanoTime() - failed.retryNanos() >= 0) {
            return open(failed.next());
        }
        sleeper.sleepNanos(SHORT_WAIT.toNanos());
        return failed;
    }
}
