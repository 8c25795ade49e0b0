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

/** Measures step by step: viewers join those already watching, delivery settles, then one window is measured. Blocking, one thread. */
public final class Bench {

    private final Crowd crowd;
    private final Optional<ProcessMeter> relay;
    private final BenchTimes times;
    private final NanoClock clock;
    private final Sleeper sleeper;

    /** A bench for this crowd; {@code relay} meters the relay’s process, if it runs on this machine. */
    public Bench(Crowd crowd, Optional<ProcessMeter> relay, BenchTimes times, NanoClock clock, Sleeper sleeper) {
        this.crowd = crowd;
        this.relay = relay;
        this.times = times;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Measures every step, up to the first whose viewers are not all let in.
     *
     * @throws UserException if not even the viewers of the first step are let in
     */
    public BenchResult run(LoadSteps steps, LoadStepListener listener) {
        List<LoadStep> measured = new ArrayList<>();
        ResidentMemory before = relay.map(ResidentMemory::of).orElse(ResidentMemory.UNKNOWN);
        for (int viewers : steps.viewers()) {
            JoinOutcome joining = crowd.join(viewers);
            if (joining.watching() < viewers) {
                return stopped(measured, joining);
            }
            if (measured.isEmpty()) {
                listener.warmingUp();
                sleep(times.warmUp());
            }
            LoadStep step = measure(joining, before);
            measured.add(step);
            listener.measured(step);
        }
        return new BenchResult(measured, Optional.empty());
    }

    private static BenchResult stopped(List<LoadStep> measured, JoinOutcome joining) {
        JoinRefusal refusal = joining.refusal().orElseGet(() -> JoinRefusal.timeout(joining.watching()));
        if (joining.watching() == 0) {
            throw new UserException(refusal.exitCode(), "The relay lets no viewer in: " + refusal.reason() + ".");
        }
        JoinRefusal later = refusal.after(joining.watching());
        if (measured.isEmpty()) {
            throw new UserException(later.exitCode(), "Nothing was measured: " + later.reason() + ".");
        }
        return new BenchResult(measured, Optional.of(later));
    }

    private LoadStep measure(JoinOutcome joining, ResidentMemory before) {
        sleep(times.settle());
        long disconnectedBefore = crowd.nextWindow().disconnected();
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
        return new LoadStep(joining, window, tally, disconnectedBefore, used, ourUse, memory);
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
