package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;

/** Asks the process again and again whether it is there, and kills one that does not answer. */
final class WatchLoop implements Loop {

    private static final int QUESTIONS = 3;

    private final SrtProcess srt;
    private final Duration limit;
    private final Sleeper sleeper;
    private int asked;

    WatchLoop(SrtProcess srt, Duration limit, Sleeper sleeper) {
        this.srt = srt;
        this.limit = limit;
        this.sleeper = sleeper;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        sleeper.sleepNanos(limit.dividedBy(QUESTIONS).toNanos());
        if (srt.hangs()) {
            srt.kill("it does not answer");
        } else {
            asked++;
            srt.say(new WorkerCommand.Ping(asked));
        }
        return true;
    }

    @Override
    public String roleName() {
        return "srt-watch";
    }
}
