package dev.fanlight.agent;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.onsite.Availability;
import dev.fanlight.agent.onsite.OnSiteLoop;
import dev.fanlight.agent.onsite.WatchSignals;
import dev.fanlight.agent.pipeline.FrameListener;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One camera that is shown on the local network and known to no relay; people there pause it and its hours hold as for a relay. Owns the
 * threads “on-site”, “capture”, “encode” and “audio”. Thread safe.
 */
public final class LocalCamera implements AutoCloseable {

    private final LocalStream stream;
    private final Pipeline pipeline;
    private final LoopRunner onSite;

    private LocalCamera(LocalStream stream, Pipeline pipeline, LoopRunner onSite) {
        this.stream = stream;
        this.pipeline = pipeline;
        this.onSite = onSite;
    }

    /**
     * Opens the camera once, and then while it has viewers, until one of its threads fails: then its stream ends.
     *
     * @param name of the camera, for commands
     * @param pauses where the people at the camera pause it; any of them pauses
     * @param frames gets every captured frame
     * @param listener gets its events; only those of cameras
     * @param clock of capture times
     * @throws dev.fanlight.cli.UserException when this computer lacks a library that FFmpeg needs
     */
    public static LocalCamera start(
            String name,
            CameraSettings settings,
            List<PauseFile> pauses,
            FrameListener frames,
            AgentListener listener,
            MediaClock clock) {
        NativeLibraries.load(false);
        AgentEvents events = new AgentEvents(listener, new StatusBoard(InstantSource.system()));
        PipelineControl control = new PipelineControl(settings, NanoClock.SYSTEM);
        LocalStream stream = new LocalStream(control, new SecureRandom().nextLong());
        LocalReport report = new LocalReport(stream, new EventReport(events));
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(settings, AgentTimeouts.STANDARD, clock, control::isSmall),
                Microphone.of(settings.audio(), clock),
                ConfiguredEncoders.of(settings, report::notice).openers(),
                frames,
                report,
                Optional.empty(),
                stream);
        OnSiteLoop onSite = new OnSiteLoop(
                new Availability(pauses, settings.run(), InstantSource.system()),
                pause -> {
                    control.pause(pause.isPresent());
                    stream.pause(pause);
                    events.paused(pause);
                },
                control::currentViewers,
                WatchSignals.of(settings.onSite(), name, NanoClock.SYSTEM, events::notice),
                Sleeper.SYSTEM);
        Consumer<Throwable> onFailure = cause -> {
            stream.end();
            events.broken(cause);
        };
        onSite.checkFirst();
        return new LocalCamera(
                stream,
                Pipeline.start(settings.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, onFailure),
                LoopRunner.start(onSite, onFailure));
    }

    /** What it shows. */
    public LocalStream stream() {
        return stream;
    }

    /** Releases the camera; waits for that, at most 15 s. */
    @Override
    public void close() {
        onSite.close();
        pipeline.close();
    }
}
