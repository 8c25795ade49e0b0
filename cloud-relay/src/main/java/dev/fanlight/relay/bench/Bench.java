package dev.fanlight.relay.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.crowd.Crowd;
import dev.fanlight.relay.bench.crowd.JoinOutcome;
import dev.fanlight.relay.bench.crowd.JoinRefusal;
import dev.fanlight.relay.bench.crowd.Tally;
import dev.fanlight.relay.bench.process.CpuReading;
import dev.fanlight.relay.bench.process.ProcessMeter;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Climbs a ladder: viewers join those who watch already, all settle, then one window is measured. Blocking, one thread. */
public final class Bench {

    private final Crowd crowd;
    private final Optional<ProcessMeter> relay;
    private final BenchTimes times;
    private final NanoClock clock;
    private final Sleeper sleeper;

    /** A bench for that crowd; {@code relay} measures the process, if it is on this machine. */
    public Bench(Crowd crowd, Optional<ProcessMeter> relay, BenchTimes times, NanoClock clock, Sleeper sleeper) {
        this.crowd = crowd;
        this.relay = relay;
        this.times = times;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Measures each rung that all its viewers can be let into.
     *
     * @throws UserException when not even the viewers of the first rung get in
     */
    public Verdict climb(LoadSteps ladder, LoadStepListener listener) {
        List<LoadStep> rungs = new ArrayList<>();
        ResidentMemory before = relay.map(ResidentMemory::of).orElse(ResidentMemory.UNKNOWN);
        for (int viewers : ladder.rungs()) {
            JoinOutcome joining = crowd.join(viewers);
            if (joining.watching() < viewers) {
                return stopped(rungs, joining);
            }
            if (rungs.isEmpty()) {
                listener.entered();
                sleep(times.warmUp());
            }
            LoadStep rung = measure(joining, before);
            rungs.add(rung);
            listener.measured(rung);
        }
        return new Verdict(rungs, Optional.empty());
    }

    private static Verdict stopped(List<LoadStep> rungs, JoinOutcome joining) {
        JoinRefusal refusal = joining.refusal().orElseGet(() -> JoinRefusal.timeout(joining.watching()));
        if (joining.watching() == 0) {
            throw new UserException(refusal.exitCode(), "The relay lets no viewer in: " + refusal.reason() + ".");
        }
        JoinRefusal later = refusal.after(joining.watching());
        if (rungs.isEmpty()) {
            throw new UserException(later.exitCode(), "Nothing was measured: " + later.reason() + ".");
        }
        return new Verdict(rungs, Optional.of(later));
    }

    private LoadStep measure(JoinOutcome joining, ResidentMemory before) {
        sleep(times.settle());
        long goneBefore = crowd.nextWindow().gone();
        ProcessMeter ours = ProcessMeter.of(ProcessHandle.current());
        CpuReading load = ours.cpu();
        Optional<CpuReading> cpu = relay.map(ProcessMeter::cpu);
        long start = clock.nanoTime();
        sleep(times.window());
        Optional<Duration> used = relay.map(meter -> meter.cpu().since(cpu.orElseThrow()));
        Duration ourUse = ours.cpu().since(load);
        Duration window = Duration.ofNanos(clock.nanoTime() - start);
        Tally tally = crowd.nextWindow();
        ResidentMemory memory = relay.map(before::at).orElse(ResidentMemory.UNKNOWN);
        return new LoadStep(joining, window, tally, goneBefore, used, ourUse, memory);
    }

    private void sleep(Duration duration) {
        try {
            sleeper.sleepNanos(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }
}
