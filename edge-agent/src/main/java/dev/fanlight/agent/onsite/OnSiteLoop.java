package dev.fanlight.agent.onsite;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.media.CameraPause;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks a few times a second whether the camera may be on, and shows on site whether it is watched. Nothing in it waits for a command or a
 * device. Owned by the thread “on-site”.
 */
public final class OnSiteLoop implements Loop {

    /** Soon enough for “at once”, and a few file lookups a second. */
    static final Duration INTERVAL = Duration.ofMillis(200);

    private final Availability availability;
    private final Consumer<Optional<CameraPause>> onPause;
    private final Supplier<CurrentViewers> viewers;
    private final WatchSignals signals;
    private final Sleeper sleeper;
    private Optional<CameraPause> paused = Optional.empty();

    /**
     * Makes one that has not begun.
     *
     * @param onPause gets why the camera has to be off, or that it may be on again; at every change
     * @param viewers who watches
     */
    public OnSiteLoop(
            Availability availability,
            Consumer<Optional<CameraPause>> onPause,
            Supplier<CurrentViewers> viewers,
            WatchSignals signals,
            Sleeper sleeper) {
        this.availability = availability;
        this.onPause = onPause;
        this.viewers = viewers;
        this.signals = signals;
        this.sleeper = sleeper;
    }

    /** Before anything else is started: a paused camera is not opened even once. */
    public void checkFirst() {
        check();
    }

    @Override
    public boolean doWork() throws InterruptedException {
        check();
        signals.update(viewers.get());
        sleeper.sleepNanos(INTERVAL.toNanos());
        return true;
    }

    @Override
    public void onClose() {
        signals.close();
    }

    @Override
    public String roleName() {
        return "on-site";
    }

    private void check() {
        Optional<CameraPause> now = availability.pause();
        if (!now.equals(paused)) {
            paused = now;
            onPause.accept(now);
        }
    }
}
