package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.live.LiveVideoContext;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A camera in a child process, watched: a silent camera blocks in native code for good, and a failed start leaks the device
 * until its process ends; killing cures both. One thread.
 */
public final class CameraSource implements FrameSource {

    private static final Duration POLL = Duration.ofMillis(500);

    private final CameraDevice camera;
    private final CameraProcess process;
    private final CameraPipe pipe;
    private final LoopRunner reader;
    private final Settings settings;
    private final CameraVideo video;
    private final DropReport drops;
    private final DeliveryTime time;

    private Optional<String> notice;
    private Optional<FrameSize> size = Optional.empty();

    private CameraSource(
            CameraDevice camera,
            CameraProcess process,
            CameraPipe pipe,
            LoopRunner reader,
            Settings settings,
            CameraVideo video,
            Optional<String> notice) {
        this.camera = camera;
        this.process = process;
        this.pipe = pipe;
        this.reader = reader;
        this.settings = settings;
        this.video = video;
        this.notice = notice;
        this.drops = new DropReport(settings.video().clock());
        this.time = new DeliveryTime(settings.video().clock());
    }

    /**
     * What cameras are opened with.
     *
     * @param processes in which they are
     * @param controls what they are set to before
     * @param video what becomes of their frames
     * @param timeouts how long a camera is waited for
     * @param mediaClock stamps frames
     */
    public record Settings(
            CameraProcesses processes,
            ControlsAtOpening controls,
            LiveVideoContext video,
            AgentTimeouts.Camera timeouts,
            MediaClock mediaClock) {}

    /** Sets its controls and asks a process for it; whether the camera works shows in {@link #next}. */
    static CameraSource open(CameraDevice camera, Settings settings, long opening)
            throws SourceException, InterruptedException {
        Optional<String> notice = settings.controls().apply(camera);
        LiveVideoContext context = settings.video();
        CameraSettings wanted = context.settings();
        try {
            CameraProcess process =
                    settings.processes().open(new CameraRequest(camera.path(), wanted.limits(), wanted.mode()));
            CameraPipe pipe = new CameraPipe(
                    process.output(),
                    wanted.limits().fps(),
                    opening,
                    context.pool(),
                    context.clock(),
                    settings.mediaClock());
            LoopRunner reader = LoopRunner.start(pipe, failure -> process.close());
            CameraVideo video = new CameraVideo(context, opening, camera.name());
            return new CameraSource(camera, process, pipe, reader, settings, video, notice);
        } catch (IOException e) {
            throw new SourceException(SourceProblem.BROKEN, "The process for " + camera.name() + " cannot be started.");
        }
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        notice.ifPresent(output::notice);
        notice = Optional.empty();
        Optional<CameraEvent> event = pipe.poll(POLL);
        if (event.isPresent()) {
            take(event.get(), time.of(output));
        }
        checkSilence();
    }

    @Override
    public String describe() {
        return video.describe().orElseGet(() -> {
            String pixels = size.map(s -> ", " + s.width() + "x" + s.height()).orElse("");
            int fps = settings.video().settings().limits().fps();
            return camera.name() + pixels + ", up to " + fps + " fps";
        });
    }

    @Override
    public void close() {
        process.close();
        reader.close();
        pipe.clear();
        video.close();
        settings.processes().prepare();
    }

    private void take(CameraEvent event, SourceOutput output) throws SourceException {
        drops.due(pipe.dropped())
                .ifPresent(count -> output.notice(
                        "Frames of " + camera.name() + " dropped because they were not taken in time: " + count + "."));
        if (event instanceof CameraEvent.Frame captured) {
            deliver(captured.frame(), output);
        } else if (event instanceof CameraEvent.Packet packet) {
            video.accept(packet, output);
        } else if (event instanceof CameraEvent.Failed failed) {
            throw failed.cause();
        } else {
            throw CameraErrors.ended(camera);
        }
    }

    private void deliver(RawFrame frame, SourceOutput output) {
        size = Optional.of(frame.format().size());
        output.frame(frame);
    }

    private void checkSilence() throws SourceException {
        AgentTimeouts.Camera timeouts = settings.timeouts();
        Duration limit = time.hasDelivered() ? timeouts.silence() : timeouts.start();
        if (time.silenceNanos() > limit.toNanos()) {
            throw new SourceException(
                    SourceProblem.SILENT, camera.name() + " has delivered no frame for " + limit.toSeconds() + " s.");
        }
    }
}
