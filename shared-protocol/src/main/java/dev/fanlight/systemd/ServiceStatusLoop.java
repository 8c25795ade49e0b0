package dev.fanlight.systemd;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Shows systemd what a program does, and that it is not stuck: only while all its event loops take work. A program whose loops do not is ended
 * and started again by systemd.
 */
public final class ServiceStatusLoop implements Loop {

    /** Longest time between two lines of status. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    /** How often in the time of the watchdog the program shows that it is alive. */
    private static final int PER_WATCHDOG = 3;

    private final SystemdNotifier notifier;
    private final Supplier<String> status;
    private final BooleanSupplier responds;
    private final Sleeper sleeper;
    private final Duration interval;
    private String shown = "";

    /**
     * Reports to {@code notifier}.
     *
     * @param status one line
     * @param responds whether the program is not stuck; may block for some seconds
     */
    public ServiceStatusLoop(
            SystemdNotifier notifier, Supplier<String> status, BooleanSupplier responds, Sleeper sleeper) {
        this.notifier = notifier;
        this.status = status;
        this.responds = responds;
        this.sleeper = sleeper;
        this.interval = interval(notifier.watchdog().orElse(INTERVAL.multipliedBy(PER_WATCHDOG)));
    }

    static Duration interval(Duration watchdog) {
        Duration part = watchdog.dividedBy(PER_WATCHDOG);
        return part.compareTo(INTERVAL) < 0 ? part : INTERVAL;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        if (responds.getAsBoolean()) {
            notifier.alive();
        }
        String line = status.get();
        if (!line.equals(shown)) {
            notifier.status(line);
            shown = line;
        }
        sleeper.sleepNanos(interval.toNanos());
        return true;
    }

    @Override
    public String roleName() {
        return "service-status";
    }
}
