package dev.fanlight.relay.srt;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.io.IOException;

/** Starts the process, reads it to its end, and starts it again. On one thread, because the kernel kills the process when the thread that started it ends. */
final class SupervisionLoop implements Loop {

    private static final int MOST_DOUBLINGS = 16;

    private final SrtProcess srt;
    private final WorkerStarter starter;
    private final SrtTimeouts limits;
    private final NanoClock clock;
    private final Sleeper sleeper;
    private int failures;

    SupervisionLoop(SrtProcess srt, WorkerStarter starter, SrtTimeouts limits, NanoClock clock, Sleeper sleeper) {
        this.srt = srt;
        this.starter = starter;
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        long began = clock.nanoTime();
        if (!run()) {
            return false;
        }
        if (clock.nanoTime() - began > limits.steady().toNanos()) {
            failures = 0;
        }
        sleeper.sleepNanos(wait(failures));
        failures++;
        return true;
    }

    @Override
    public String roleName() {
        return "srt-process";
    }

    private boolean run() {
        try {
            return srt.run(starter.start());
        } catch (IOException e) {
            srt.ended("" + e.getMessage());
            return true;
        }
    }

    private long wait(int before) {
        long grown = limits.firstRestart().toNanos() << Math.min(before, MOST_DOUBLINGS);
        return Math.min(grown, limits.lastRestart().toNanos());
    }
}
