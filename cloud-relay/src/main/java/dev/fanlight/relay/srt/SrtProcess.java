package dev.fanlight.relay.srt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The relay’s process with libsrt, which runs from the first {@link #require} on, and is started again when it has ended or hangs: that costs its
 * connections and nothing else. Thread safe.
 */
public final class SrtProcess implements Component {

    private final WorkerStarter starter;
    private final SrtTimeouts limits;
    private final NanoClock clock;
    private final Sleeper sleeper;
    private final ErrorLog errors;
    private final SrtPassphrases passphrases;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<Integer, OpenPort> ports = new LinkedHashMap<>();

    @GuardedBy("lock")
    private List<LoopRunner> loops = List.of();

    /** The process that was started, ready or not. */
    private volatile Optional<WorkerRun> started = Optional.empty();

    /** The same once it is ready. */
    private volatile Optional<WorkerRun> current = Optional.empty();

    private volatile String version = "";
    private volatile String problem = "";
    private volatile boolean unusable;
    private volatile boolean stopped;

    /** A port that was asked for. */
    private record OpenPort(SrtPort port, SrtCallers callers, CompletableFuture<String> result) {}

    /**
     * Starts nothing yet.
     *
     * @param folder where the process may unpack what it needs
     * @param passphrases of keys
     */
    public SrtProcess(
            Path folder,
            SrtPassphrases passphrases,
            SrtTimeouts limits,
            NanoClock clock,
            Sleeper sleeper,
            ErrorLog errors) {
        this(() -> JavaWorker.start(folder), passphrases, limits, clock, sleeper, errors);
    }

    SrtProcess(
            WorkerStarter starter,
            SrtPassphrases passphrases,
            SrtTimeouts limits,
            NanoClock clock,
            Sleeper sleeper,
            ErrorLog errors) {
        this.starter = starter;
        this.passphrases = passphrases;
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "srt";
    }

    @Override
    public void start() {
        // A gateway that needs it calls require().
    }

    /**
     * Starts it, unless it runs. Blocking; a gateway calls it in its start.
     *
     * @return why there is no SRT here, as a sentence; empty when there is
     */
    public Optional<String> require() {
        synchronized (lock) {
            if (loops.isEmpty()) {
                loops = List.of(
                        LoopRunner.start(
                                new SupervisionLoop(this, starter, limits, clock, sleeper),
                                e -> errors.failure("The SRT process is not watched any more", e)),
                        LoopRunner.start(
                                new WatchLoop(this, limits.hang(), sleeper),
                                e -> errors.failure("The SRT process is not watched any more", e)));
            }
        }
        return result(first, "The SRT process has not started in time.");
    }

    /**
     * Opens a port for callers, in the process that runs and in each to come. Blocking, after {@link #require}.
     *
     * @return why it cannot be opened; empty when it is open, or will be with the next process because none runs now
     */
    public Optional<String> listen(SrtPort port, SrtCallers callers) {
        CompletableFuture<String> result = new CompletableFuture<>();
        int number = lastNumber.incrementAndGet();
        Optional<WorkerRun> running;
        synchronized (lock) {
            ports.put(number, new OpenPort(port, callers, result));
            running = current;
        }
        running.ifPresent(run -> run.say(command(number, port)));
        return running.isEmpty() ? Optional.empty() : result(result, "the SRT process does not answer");
    }

    /** Whether there will be no SRT here until the relay is started again, for example without libsrt. */
    public boolean isUnusable() {
        return unusable;
    }

    /** Why there is no SRT now, as a sentence; empty while there is. */
    public Optional<String> outage() {
        if (unusable) {
            return Optional.of(problem);
        }
        return current.isPresent()
                ? Optional.empty()
                : Optional.of("The SRT process does not run now" + (problem.isEmpty() ? "" : ": " + problem)
                        + ". It is started again.");
    }

    /** Calls a server; {@code listener} learns what becomes of it. */
    public Optional<SrtConnection> call(SrtServer server, SrtListener listener) {
        return current.map(run -> run.call(-lastNumber.incrementAndGet(), server, listener));
    }

    /** The passphrases of keys. */
    public SrtPassphrases passphrases() {
        return passphrases;
    }

    /** A group without a connection. */
    public SrtGroup group() {
        return new SrtGroup(lastNumber.incrementAndGet(), command -> current.ifPresent(run -> run.say(command)));
    }

    @Override
    public void stop(Duration limit) {
        stopped = true;
        List<LoopRunner> running;
        synchronized (lock) {
            running = loops;
        }
        running.forEach(LoopRunner::stop);
        kill("the relay stops");
        running.forEach(loop -> loop.close(limit));
        kill("the relay stops");
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("state", state());
        if (!version.isEmpty()) {
            described.put("libsrt", version);
        }
        if (!problem.isEmpty()) {
            described.put("last_problem", problem);
        }
        described.put("connections", current.map(WorkerRun::connections).orElse(0));
        return described;
    }

    /** Kills the process that runs, if one does; another one is started. */
    void kill(String reason) {
        started.ifPresent(run -> run.kill(reason));
    }

    /** Whether the process has said nothing for too long. */
    boolean hangs() {
        Duration limit = current.isPresent() ? limits.hang() : limits.start();
        return started.filter(run -> run.silentNanos() > limit.toNanos()).isPresent();
    }

    void say(WorkerCommand command) {
        current.ifPresent(run -> run.say(command));
    }

    /** One process, from start to end; whether another one makes sense. On the supervising thread. */
    boolean run(WorkerProcess process) {
        WorkerRun run = new WorkerRun(process, clock, new Events());
        started = Optional.of(run);
        String end = run.read();
        current = Optional.empty();
        started = Optional.empty();
        boolean again = !unusable && !stopped;
        if (again) {
            ended(end);
        }
        return again;
    }

    void ended(String end) {
        problem = end;
        errors.warn("The process for SRT has ended, and is started again");
        first.complete("The SRT process does not start: " + end + ".");
    }

    private String state() {
        if (unusable) {
            return "unusable";
        }
        return current.isPresent() ? "running" : "off";
    }

    private Optional<String> result(CompletableFuture<String> future, String late) {
        try {
            String sentence = future.get(limits.start().toMillis(), TimeUnit.MILLISECONDS);
            return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.of(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(late);
        }
    }

    private static WorkerCommand command(int number, SrtPort port) {
        return new WorkerCommand.Listen(number, port.address(), port.port(), port.latencyMillis());
    }

    /** What the process says of itself. */
    private final class Events implements WorkerRun.Listener {

        @Override
        public void ready(WorkerRun run, String libsrt) {
            version = libsrt;
            synchronized (lock) {
                // In one step: a port that is asked for meanwhile would be opened twice, or never.
                current = Optional.of(run);
                ports.forEach((number, open) -> run.say(command(number, open.port())));
            }
            first.complete("");
        }

        @Override
        public void unusable(String sentence) {
            unusable = true;
            problem = sentence;
            first.complete(sentence);
        }

        @Override
        public void listening(int listener, String result) {
            synchronized (lock) {
                Optional.ofNullable(ports.get(listener))
                        .ifPresent(open -> open.result().complete(result));
            }
            if (!result.isEmpty()) {
                problem = result;
                errors.warn("A port for SRT could not be opened");
            }
        }

        @Override
        public Optional<SrtCallers> callers(int listener) {
            synchronized (lock) {
                return Optional.ofNullable(ports.get(listener)).map(OpenPort::callers);
            }
        }
    }
}
