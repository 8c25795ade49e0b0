package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A camera in a child process, watched: a silent camera blocks in native code for good, and a failed start leaks the device
 * until its process ends; killing cures both. One thread.
 */
public final class CameraSource implements FrameSource {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String name;
    private final CameraProcess process;
    private final CameraPipe pipe;
    private final LoopRunner reader;
    private final AgentTimeouts.Camera timeouts;
    private final NanoClock clock;
    private final DropReport drops;
    private final double fps;

    private long lastEventNanos;
    private Optional<FrameSize> size = Optional.empty();

    private CameraSource(String name, CameraProcess process, CameraPipe pipe, LoopRunner reader, Settings settings) {
        this.name = name;
        this.process = process;
        this.pipe = pipe;
        this.reader = reader;
        this.timeouts = settings.timeouts();
        this.clock = settings.clock();
        this.fps = settings.limits().fps();
        this.drops = new DropReport(settings.clock());
        this.lastEventNanos = clock.nanoTime();
    }

    /**
     * What cameras are opened with.
     *
     * @param childMain main class of the camera process
     * @param limits largest frame
     * @param timeouts how long a camera is waited for
     * @param pool memory for frames
     * @param clock for durations, and the clock of the child’s time stamps
     * @param mediaClock stamps frames
     */
    public record Settings(
            String childMain,
            FrameLimits limits,
            AgentTimeouts.Camera timeouts,
            FramePool pool,
            NanoClock clock,
            MediaClock mediaClock) {}

    /** Starts the process; whether the camera works shows in {@link #next}. */
    public static CameraSource open(Path device, String name, Settings settings, long opening) throws SourceException {
        try {
            CameraProcess process = CameraProcess.start(
                    settings.childMain(),
                    device,
                    settings.limits(),
                    settings.timeouts().kill());
            CameraPipe pipe = new CameraPipe(
                    process.output(),
                    settings.limits().fps(),
                    opening,
                    settings.pool(),
                    settings.clock(),
                    settings.mediaClock());
            LoopRunner reader = LoopRunner.start(pipe, failure -> process.close());
            return new CameraSource(name, process, pipe, reader, settings);
        } catch (IOException e) {
            throw new SourceException(SourceProblem.BROKEN, "The process for " + name + " cannot be started.");
        }
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        Optional<CameraEvent> event = pipe.poll(POLL);
        if (event.isEmpty()) {
            checkSilence();
        } else if (event.get() instanceof CameraEvent.Frame captured) {
            deliver(captured.frame(), output);
        } else if (event.get() instanceof CameraEvent.Failed failed) {
            throw failed.cause();
        } else {
            throw new SourceException(SourceProblem.GONE, name + " has stopped. Was it unplugged?");
        }
    }

    @Override
    public String describe() {
        String pixels = size.map(s -> ", " + s.width() + "x" + s.height()).orElse("");
        return name + pixels + ", up to " + Math.round(fps) + " fps";
    }

    @Override
    public void close() {
        process.close();
        reader.close();
        pipe.clear();
    }

    private void deliver(RawFrame frame, SourceOutput output) {
        drops.due(pipe.dropped())
                .ifPresent(count -> output.notice(
                        "Frames of " + name + " dropped because they were not taken in time: " + count + "."));
        lastEventNanos = clock.nanoTime();
        size = Optional.of(frame.format().size());
        output.frame(frame);
    }

    private void checkSilence() throws SourceException {
        Duration limit = size.isPresent() ? timeouts.silence() : timeouts.start();
        if (clock.nanoTime() - lastEventNanos > limit.toNanos()) {
            throw new SourceException(
                    SourceProblem.SILENT, name + " has delivered no frame for " + limit.toSeconds() + " s.");
        }
    }
}
