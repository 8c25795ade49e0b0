package dev.fanlight.agent;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.status.TrackMeter;
import dev.fanlight.agent.status.TrackRate;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkFigures;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.TlsWarmUp;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Opens a camera as the agent would and counts what it delivers, for some seconds; with an identity it publishes meanwhile, as if a viewer
 * watched. No agent may run with that identity. Blocking.
 *
 * @param camera what is opened
 * @param network how its relay is reached
 * @param timeouts how long both are waited for
 */
public record CameraTrial(CameraSettings camera, NetworkSettings network, AgentTimeouts timeouts) {

    private static final Duration STEP = Duration.ofMillis(50);

    /**
     * What it delivered.
     *
     * @param description what was captured; empty when nothing was
     * @param failure why nothing was captured, a sentence
     * @param frames captured frames, or access units of a source that is passed through
     * @param span how long they were counted
     * @param encoder name of the encoder; empty where video was passed through
     * @param tracks what was encoded or passed through
     * @param relay what became of the connection; empty without an identity
     */
    public record Result(
            String description,
            Optional<String> failure,
            long frames,
            Duration span,
            String encoder,
            List<TrackRate> tracks,
            Optional<RelayResult> relay) {}

    /**
     * What became of the connection to the relay.
     *
     * @param failure why there was none, a sentence
     * @param clockOffset the relay’s clock minus this computer’s, once it is known
     * @param figures how the upload did at the end
     */
    public record RelayResult(Optional<String> failure, Optional<Duration> clockOffset, UplinkFigures figures) {}

    /** Opens the camera alone. */
    public Result run(Duration span) throws InterruptedException {
        NativeLibraries.load(false);
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        return observe(control, new Nowhere(), span, new TrialEvents(), Optional.empty());
    }

    /** Opens the camera, and publishes it with this identity. */
    public Result run(Duration span, KeyRing keys) throws InterruptedException {
        NativeLibraries.load(false);
        TlsWarmUp.run();
        TrialEvents events = new TrialEvents();
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        UplinkClocks clocks =
                new UplinkClocks(NanoClock.SYSTEM, MediaClock.system(), InstantSource.system(), new SecureRandom());
        try (EventLoop loop = new EventLoop(timeouts.stop());
                UplinkSession uplink = new UplinkSession(
                        loop,
                        keys,
                        AgentVersion.text(),
                        network,
                        timeouts.connection(),
                        new SendPlan.Range(
                                camera.encoding().bitRate(), camera.low().bitRate()),
                        new TrialControl(control),
                        events,
                        clocks)) {
            uplink.start();
            await(events::isConnectedOrNot, network.connectTimeout().multipliedBy(2));
            return observe(control, uplink.sink(), span, events, Optional.of(uplink));
        }
    }

    private Result observe(
            PipelineControl control, MediaSink sink, Duration span, TrialEvents events, Optional<UplinkSession> uplink)
            throws InterruptedException {
        TrackMeter meter = new TrackMeter(sink, NanoClock.SYSTEM);
        ConfiguredEncoders encoders = ConfiguredEncoders.of(camera, events::notice);
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, timeouts, MediaClock.system(), control::isSmall),
                Optional.empty(),
                encoders.openers(),
                frame -> events.frame(),
                events,
                Optional.empty(),
                meter);
        control.demand(1, Set.of());
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        try {
            await(events::isLiveOrFailed, timeouts.camera().start());
            long before = events.frames();
            if (events.failure().isEmpty()) {
                Sleeper.SYSTEM.sleepNanos(span.toNanos());
            }
            List<TrackRate> tracks = meter.rates();
            String encoder = encoders.inUse();
            long frames = events.frames() > 0 ? events.frames() - before : units(tracks, span);
            return new Result(
                    events.description(),
                    events.failure(),
                    frames,
                    span,
                    encoder,
                    tracks,
                    uplink.map(session -> events.relay(session.figures())));
        } finally {
            pipeline.close();
        }
    }

    private static long units(List<TrackRate> tracks, Duration span) {
        return tracks.stream()
                .findFirst()
                .map(track -> Math.round(track.unitsPerSecond() * span.toMillis() / 1_000))
                .orElse(0L);
    }

    private static void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        for (long left = limit.toMillis(); left > 0 && !condition.getAsBoolean(); left -= STEP.toMillis()) {
            Sleeper.SYSTEM.sleepNanos(STEP.toNanos());
        }
    }

    /** Where a trial without a relay publishes. */
    private static final class Nowhere implements MediaSink {
        @Override
        public void begin(MediaKind kind, List<Track> tracks) {}

        @Override
        public void accept(int track, AccessUnit unit) {}
    }
}
