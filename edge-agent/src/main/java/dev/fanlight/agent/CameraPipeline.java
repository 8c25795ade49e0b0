package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.MediaTee;
import dev.fanlight.agent.media.SharedControl;
import dev.fanlight.agent.onsite.Availability;
import dev.fanlight.agent.onsite.OnSiteLoop;
import dev.fanlight.agent.onsite.WatchSignals;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.pipeline.CameraDemand;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.ptz.HeadLoop;
import dev.fanlight.agent.ptz.HeadPort;
import dev.fanlight.agent.ptz.HeadQueue;
import dev.fanlight.agent.ptz.OnvifHead;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.status.StatusBoard;
import dev.fanlight.agent.status.TrackMeter;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkFigures;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.connection.WatchLink;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * One camera from its source to its socket. Owns the threads “on-site”, “capture”, “encode”, “audio” and “head”; the event loop is shared.
 * Thread safe.
 */
final class CameraPipeline implements AgentCamera, AutoCloseable {

    private final UplinkSession uplink;
    private final Pipeline pipeline;
    private final LoopRunner onSite;
    private final Optional<LoopRunner> head;
    private final DeviceIdentity identity;
    private final StatusBoard board;
    private final TrackMeter meter;
    private final ConfiguredEncoders encoders;

    private CameraPipeline(
            UplinkSession uplink,
            Pipeline pipeline,
            LoopRunner onSite,
            Optional<LoopRunner> head,
            DeviceIdentity identity,
            StatusBoard board,
            TrackMeter meter,
            ConfiguredEncoders encoders) {
        this.encoders = encoders;
        this.uplink = uplink;
        this.pipeline = pipeline;
        this.onSite = onSite;
        this.head = head;
        this.identity = identity;
        this.board = board;
        this.meter = meter;
    }

    /**
     * The whole chain, source to socket, in one place.
     *
     * @param clock of capture times
     * @param preview shows the camera on the local network too
     */
    static CameraPipeline start(
            EventLoop loop,
            AgentBuilder.Plan plan,
            AgentEvents events,
            MediaClock clock,
            Optional<PreviewServer> preview) {
        CameraSettings camera = plan.camera();
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        SharedControl shared = new SharedControl(control);
        HeadQueue commands = new HeadQueue();
        RelayControl relay = new RelayControl(
                shared.port(),
                new CameraDemand(RunMode.ON_DEMAND, camera.run().linger(), NanoClock.SYSTEM),
                camera.encoding().bitRate(),
                camera.head().isPresent() ? commands : HeadPort.OFF);
        UplinkClocks clocks = new UplinkClocks(NanoClock.SYSTEM, clock, InstantSource.system(), new SecureRandom());
        UplinkSession uplink = new UplinkSession(
                loop,
                plan.keys(),
                AgentVersion.text(),
                plan.network(),
                plan.timeouts().connection(),
                new SendPlan.Range(camera.encoding().bitRate(), camera.low().bitRate()),
                relay,
                events,
                clocks);
        Optional<LocalStream> local =
                preview.map(server -> new LocalStream(shared.port(), new SecureRandom().nextLong()));
        preview.ifPresent(server -> server.show(plan.keys().current().camera(), local.orElseThrow()));
        Output output = local.map(stream -> shown(stream, relay, uplink, plan, events))
                .orElseGet(() -> new Output(
                        uplink.sink(), new SourceReport(uplink.report()::source, events, sendsAtOnce(camera))));
        TrackMeter meter = new TrackMeter(output.sink(), NanoClock.SYSTEM);
        ConfiguredEncoders encoders = ConfiguredEncoders.of(camera, output.report()::notice);
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, plan.timeouts(), clock, control::isSmall),
                Microphone.of(camera.audio(), clock),
                encoders.openers(),
                plan.frames(),
                output.report(),
                plan.media(),
                meter);
        OnSiteLoop onSite = onSite(plan, control, commands, uplink, local, events);
        onSite.checkFirst();
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        uplink.start();
        return new CameraPipeline(
                uplink,
                pipeline,
                LoopRunner.start(onSite, events::broken),
                head(camera, commands, uplink, events),
                plan.keys().current(),
                events.board(),
                meter,
                encoders);
    }

    @Override
    public String name() {
        return identity.camera();
    }

    @Override
    public CameraStatus status() {
        UplinkFigures figures = uplink.figures();
        long delayMillis = TimeUnit.NANOSECONDS.toMillis(figures.delayNanos());
        return board.status(
                identity.camera(),
                identity.relay().authority(),
                encoders.inUse(),
                figures.bitRate(),
                delayMillis,
                meter.rates());
    }

    @Override
    public CompletionStage<Void> say(String text) {
        return uplink.requests().say(text);
    }

    @Override
    public CompletionStage<WatchLink> share() {
        return uplink.requests().share();
    }

    /** Where frames and states go. */
    private record Output(MediaSink sink, SourceListener report) {}

    /** To the local network and, as far as the relay needs it, to the uplink; that takes the payload with it, so it comes last. */
    private static Output shown(
            LocalStream local, RelayControl relay, UplinkSession uplink, AgentBuilder.Plan plan, AgentEvents events) {
        RelayGate gate = new RelayGate(uplink.sink(), uplink.report()::source, relay, local::isWatched);
        return new Output(
                new MediaTee(List.of(local, gate)),
                new LocalReport(local, new SourceReport(gate::source, events, sendsAtOnce(plan.camera()))));
    }

    private static Optional<LoopRunner> head(
            CameraSettings camera, HeadQueue commands, UplinkSession uplink, AgentEvents events) {
        return camera.head()
                .map(address -> new HeadLoop(
                        commands,
                        new OnvifHead(
                                OnvifNetwork.system(),
                                address,
                                camera.credentials().onvifLogin()),
                        NanoClock.SYSTEM,
                        uplink.report()::head,
                        events::notice))
                .map(loop -> LoopRunner.start(loop, events::broken));
    }

    private static boolean sendsAtOnce(CameraSettings camera) {
        return camera.run().mode() != RunMode.ALWAYS;
    }

    private static OnSiteLoop onSite(
            AgentBuilder.Plan plan,
            PipelineControl control,
            HeadQueue commands,
            UplinkSession uplink,
            Optional<LocalStream> local,
            AgentEvents events) {
        CameraSettings camera = plan.camera();
        return new OnSiteLoop(
                new Availability(plan.pauses(), camera.run(), InstantSource.system()),
                pause -> {
                    control.pause(pause.isPresent());
                    uplink.report().pause(pause);
                    commands.pause(pause.isPresent());
                    local.ifPresent(stream -> stream.pause(pause));
                    events.paused(pause);
                },
                control::currentViewers,
                WatchSignals.of(camera.onSite(), plan.keys().current().camera(), NanoClock.SYSTEM, events::notice),
                Sleeper.SYSTEM);
    }

    long droppedFrames() {
        return pipeline.droppedFrames();
    }

    /** Releases the camera and ends the connection; waits for that, at most 15 s. */
    @Override
    public void close() {
        try {
            head.ifPresent(LoopRunner::stop);
            onSite.close();
            pipeline.close();
        } finally {
            uplink.close();
        }
    }
}
