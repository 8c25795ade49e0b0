package dev.fanlight.relay.child;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.LoopRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * All children of a relay: the one place that starts FFmpeg. Without a call of {@link #require} nothing is unpacked or looked for. Thread safe.
 */
public final class FfmpegChildren implements Component {

    private final FfmpegSource source;
    private final ChildLimits limits;
    private final ChildTimeouts timeouts;
    private final RelayCounters counters;
    private final ErrorLog errors;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private Optional<FfmpegProgram> program = Optional.empty();

    @GuardedBy("lock")
    private final Map<FfmpegChild, Running> running = new HashMap<>();

    @GuardedBy("lock")
    private long started;

    @GuardedBy("lock")
    private boolean stopped;

    private record Running(CameraName camera, LoopRunner thread) {}

    /** Which executable is used. */
    private record FfmpegSource(Optional<Path> named, Path folder) {

        Path executable() {
            return named.orElseGet(() -> new BundledFfmpeg(folder).unpack());
        }
    }

    /**
     * Children of this executable.
     *
     * @param named the executable that the owner has named, if any
     * @param folder where the bundled one is unpacked to otherwise, when it is needed
     */
    public FfmpegChildren(
            Optional<Path> named,
            Path folder,
            ChildLimits limits,
            ChildTimeouts timeouts,
            RelayCounters counters,
            ErrorLog errors) {
        this.source = new FfmpegSource(named, folder);
        this.limits = limits;
        this.timeouts = timeouts;
        this.counters = counters;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "ffmpeg";
    }

    @Override
    public void start() {
        // A gateway that needs it calls require().
    }

    /**
     * Finds the executable and how it can be confined, and runs it once. Blocking; a gateway that starts children calls it in its start.
     *
     * @throws UserException when there is none that runs
     */
    public void require() {
        synchronized (lock) {
            if (program.isEmpty()) {
                FfmpegProgram found = new ProgramSearch(source.executable(), timeouts.probe()).find();
                if (found.confinement() != Confinement.SANDBOX) {
                    errors.warn(
                            "FFmpeg runs without a sandbox; with the program bwrap (bubblewrap) it would see its pipes only");
                }
                program = Optional.of(found);
            }
        }
    }

    /**
     * Starts a child, after {@link #require}. Does not block: a child that cannot be started is reported by {@link ChildListener#ended}.
     *
     * @param listener is called
     * @param executor where it is called, one task at a time
     * @return the child; empty when there are too many in all or of its camera
     */
    public Optional<FfmpegChild> start(ChildTask task, ChildListener listener, Executor executor) {
        synchronized (lock) {
            FfmpegProgram found = program.orElseThrow(() -> new IllegalStateException("require() was not called"));
            if (stopped || running.size() >= limits.inAll() || of(task.camera()) >= ChildLimits.PER_CAMERA) {
                counters.increment(RelayCounter.CHILDREN_REFUSED);
                return Optional.empty();
            }
            started++;
            FfmpegChild child =
                    new FfmpegChild("ffmpeg-" + task.purpose() + "-" + started, timeouts, listener, executor);
            counters.increment(RelayCounter.CHILDREN_STARTED);
            LoopRunner thread = child.start(
                    found,
                    task,
                    end -> ended(child, end),
                    e -> errors.failure("A child process could not be supervised", e));
            running.put(child, new Running(task.camera(), thread));
            return Optional.of(child);
        }
    }

    @Override
    public void stop(Duration limit) {
        Map<FfmpegChild, Running> left;
        synchronized (lock) {
            stopped = true;
            left = Map.copyOf(running);
        }
        left.keySet().forEach(FfmpegChild::close);
        left.values().forEach(child -> child.thread().awaitEnd(limit));
        left.keySet().forEach(FfmpegChild::killNow);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        synchronized (lock) {
            program.ifPresent(found -> {
                described.put("version", found.version());
                described.put("confinement", found.confinement().text());
            });
            described.put("children", running.size());
        }
        return described;
    }

    @GuardedBy("lock")
    private long of(CameraName camera) {
        return running.values().stream()
                .filter(child -> child.camera().equals(camera))
                .count();
    }

    private void ended(FfmpegChild child, ChildEnd end) {
        synchronized (lock) {
            running.remove(child);
        }
        if (end.cause() == ChildEnd.Cause.FAILED || end.cause() == ChildEnd.Cause.NOT_STARTED) {
            counters.increment(RelayCounter.CHILDREN_FAILED);
        }
    }
}
